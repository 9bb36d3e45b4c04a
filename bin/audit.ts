import { DatabaseError } from "pg";
import { type AuditFault, verifyAudit } from "@/db/audit-verify";
import { createDatabase, type Database } from "@/db/client";
import { Refusal } from "@/db/embedded/refusal.mjs";
import { env } from "@/env";
import { type AuditOrder, parseAuditArgs } from "./audit-args";
import { fail } from "./fail";

/** Checks the audit log, or prints its end to be kept where the database's owner cannot write. */
async function run(args: string[]): Promise<void> {
  const order = parseAuditArgs(args);
  const { db, pool } = createDatabase(env().DATABASE_URL, 1);
  try {
    process.stdout.write(`${await answer(db, order).catch(explain)}\n`);
  } finally {
    await pool.end();
  }
}

/** A database that has no audit log yet, or cannot be asked, is the operator's to see to. */
function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof DatabaseError && cause.code === "42P01")
    throw new Refusal("This database is not of this version yet: run npm run migrate first.");
  if (cause instanceof DatabaseError) throw new Refusal(`The database refuses: ${cause.message}`);
  throw error;
}

async function answer(db: Database, order: AuditOrder): Promise<string> {
  const { rows, end, fault } = await verifyAudit(db, order.verb === "verify" ? order.anchors : []);
  if (fault) throw new Refusal(`The audit log is not as it was written: ${wordsFor(fault)}`);
  if (!end) return order.verb === "head" ? "" : "The audit log is empty.";
  const head = `${end.seq}:${end.hash}`;
  return order.verb === "head" ? head : `The audit log is whole: ${rows} rows, head ${head}`;
}

function wordsFor(fault: AuditFault): string {
  const { seq } = fault;
  switch (fault.kind) {
    case "edited":
      return `row ${seq} was edited.`;
    case "missing":
      return `row ${seq} was deleted.`;
    case "moved":
      return `row ${seq} was written as row ${fault.was}: rows were swapped, or one was inserted before it.`;
    case "inserted":
      return `row ${seq} does not follow from the row before it: it was inserted, or replaced.`;
    case "cut":
      return `row ${seq} and what followed it were cut off the end.`;
    case "rewritten":
      return `row ${seq} is not the one that was signed: the rows up to it were written anew.`;
    case "unsigned_end":
      return `row ${seq} follows the signed end: it was inserted there, or rows that had been signed were cut off before it.`;
    case "no_head":
      return `the signature of its end, row ${seq}, is gone.`;
    case "forged_head":
      return `the signature of its end, row ${seq}, was not made with this key (AUDIT_KEY, or AUTH_SECRET where that is not set).`;
    case "not_anchor":
      return `row ${seq} is not the one of the anchor: the rows up to it were written anew.`;
  }
}

await run(process.argv.slice(2)).catch(fail);
