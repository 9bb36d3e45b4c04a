/**
 * The environment of the programs that the launcher runs. Empty values are left out, because
 * `env.ts` would reject them. NODE_ENV is set here and not taken from the operator's shell.
 * @param {NodeJS.ProcessEnv} given the launcher's own environment
 * @param {import("./settings.mjs").Settings} settings
 * @param {{ port?: number, dataDir: string, databaseUrl: string, authSecret: string,
 *   samplePassword: string | undefined }} found
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnv(given, settings, found) {
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
    NODE_ENV: "production",
    HOST: settings.host,
    PORT: String(found.port ?? settings.port),
    DATA_DIR: found.dataDir,
    DATABASE_URL: found.databaseUrl,
    EMBEDDED_DATABASE: settings.databaseUrl ? "0" : "1",
    AUTH_SECRET: found.authSecret,
    SAMPLE_PASSWORD: found.samplePassword,
  };
}
