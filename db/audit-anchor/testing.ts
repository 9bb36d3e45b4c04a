import "server-only";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { appendAudit } from "../audit-chain";
import type { Database } from "../client";
import { createTestDatabase, type TestDatabase } from "../testing";
import type { AnchorFile, AnchorFolder } from "./places";

/** A database with an audit log of a few rows, and an empty folder for its anchors. */
export type AnchorFixture = TestDatabase & {
  folder: AnchorFolder;
  file: AnchorFile;
  /** Appends this number of rows, one per change. */
  append: (rows?: number) => Promise<void>;
  /** Runs SQL as an attacker who controls the database but does not have the key. */
  tamper: (...statements: string[]) => Promise<void>;
};

export async function openAnchorFixture(): Promise<AnchorFixture> {
  const database = await createTestDatabase();
  const temporary = mkdtempSync(path.join(tmpdir(), "anchors-"));
  const name = new URL(database.url).pathname;
  const fixture: AnchorFixture = {
    ...database,
    folder: { kind: "folder", folder: path.join(temporary, "audit-anchors"), instance: "here-3000", database: name },
    file: { kind: "file", file: path.join(temporary, "elsewhere.json"), database: name },
    append: async (rows = 1) => {
      for (let number = 0; number < rows; number += 1) await appendRow(database.db);
    },
    tamper: async (...statements) => {
      await database.pool.query("alter table audit_log disable trigger user");
      for (const statement of statements) await database.pool.query(statement);
      await database.pool.query("alter table audit_log enable trigger user");
    },
    drop: async () => {
      rmSync(temporary, { recursive: true, force: true });
      await database.drop();
    },
  };
  return fixture;
}

/** Appends one row to the audit log, as a command does. */
export function appendRow(db: Database): Promise<void> {
  return db.transaction((tx) =>
    appendAudit(tx, {
      at: new Date(),
      actorName: "test",
      action: "test.write",
      subject: "tests",
      after: { said: "as it was" },
      requestId: "test",
    }),
  );
}
