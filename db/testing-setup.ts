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

/** Vitest's global setup of the project "data": one PostgreSQL for the run, with a template database. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await openTemporaryDatabase(fileURLToPath(new URL("..", import.meta.url)));
  try {
    await migrate(server.url, fileURLToPath(new URL("migrations", import.meta.url)), (db) => seedReference(db, {}));
  } catch (error) {
    await server.stop();
    throw error;
  }
  provide("templateUrl", server.url);
  return server.stop;
}
