import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
// `server-only` throws outside a React server build; under test every module is server code.
const alias = [
  {
    find: /^server-only$/,
    replacement: fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)),
  },
  { find: /^@\//, replacement: root },
];
// Whoever writes to a database signs the end of its audit log.
const testSecret = "for-tests-alone-and-long-enough-to-be-taken";
const ignored = ["**/node_modules/**", "**/.next/**", "e2e/**", "data/**"];
/**
 * What puts something in the place of a module bears it in its name, and has a process of its own.
 */
const mocked = "**/*.mocked.test.ts";
/** Against a database. */
const onDatabase = ["features/*/server/**/*.test.ts", "{server,db,checks,features}/**/*.data.test.ts"];
// All other files share a process, as requests to the site do: most of the time went into loading
// the same modules again.
const together = { isolate: false, exclude: [...ignored, mocked] };
// next-auth imports "next/server" in a way that only bundlers resolve.
const server = { deps: { inline: ["next-auth"] } };
// Limits against hanging, not measures: a machine may build the site at the same time.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };
const unit = { server, ...patience };
const data = { server, ...patience, globalSetup: ["./db/testing-setup.ts"], env: { AUTH_SECRET: testSecret } };

export default defineConfig({
  resolve: { alias },
  test: {
    // On two cores vitest would take one, because its own process counts as well; that one mostly
    // waits.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          ...unit,
          ...together,
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...together.exclude, ...onDatabase],
        },
      },
      {
        extends: true,
        test: { ...unit, name: "unit-mocked", include: [mocked], exclude: [...ignored, ...onDatabase] },
      },
      {
        extends: true,
        test: { ...data, ...together, name: "data", include: onDatabase },
      },
      {
        extends: true,
        test: { ...data, name: "data-mocked", include: ["features/*/server/**/*.mocked.test.ts"], exclude: ignored },
      },
    ],
  },
});
