import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { openTemporaryDatabase } from "./embedded/temporary";
import { migrate } from "./migrate";
import { seedReference } from "./seed/reference/index";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the migrated and reference-seeded database that `createTestDatabase` clones. */
    templateUrl: string;
  }
}

/**
 * Vitest's global setup of the project "data": one PostgreSQL for the run, with a template
 * database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The same as in the tests' own processes: one key signs the audit log of the template and of its
  // clones.
  // biome-ignore lint/style/noProcessEnv: Vitest gives its global setup no settings
  process.env.AUTH_SECRET ??= project.config.env.AUTH_SECRET;
  const server = await openTemporaryDatabase(fileURLToPath(new URL("..", import.meta.url)));
  try {
    await migrate(server.url, fileURLToPath(new URL("migrations", import.meta.url)), (db) => seedReference(db, {}));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("templateUrl", server.url);
  return server.stop;
}
