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

export default defineConfig({
  test: {
    // On two cores vitest would take one, because its own process counts as well; that one mostly waits.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // A limit against hanging, not a measure: a machine may build the site at the same time.
          testTimeout: 60_000,
          // next-auth imports "next/server" in a way that only bundlers resolve.
          server: { deps: { inline: ["next-auth"] } },
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...ignored, "features/*/server/**", "{server,db,checks}/**/*.data.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "data",
          server: { deps: { inline: ["next-auth"] } },
          include: ["features/*/server/**/*.test.ts", "{server,db,checks}/**/*.data.test.ts"],
          exclude: ignored,
          globalSetup: ["./db/testing-setup.ts"],
          env: { AUTH_SECRET: testSecret },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
