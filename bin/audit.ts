import { DatabaseError } from "pg";
import { findAnchors } from "@/db/audit-anchor/find";
import { anchorPlaces } from "@/db/audit-anchor/places";
import type { AuditMark } from "@/db/audit-head";
import { verifyAudit } from "@/db/audit-verify";
import { createDatabase, type Database } from "@/db/client";
import { Refusal } from "@/db/embedded/refusal.mjs";
import { env } from "@/env";
import { type AuditOrder, parseAuditArgs } from "./audit-args";
import { wordsForAnchor, wordsForFault, wordsForWitnesses } from "./audit-words";
import { fail } from "./fail";

/**
 * Verifies the audit log, or prints its end, to be stored where the database's owner cannot write.
 */
async function run(args: string[]): Promise<void> {
  const order = parseAuditArgs(args);
  const { db, pool } = createDatabase(env().DATABASE_URL, 1);
  try {
    process.stdout.write(`${await answer(db, order).catch(explain)}\n`);
  } finally {
    await pool.end();
  }
}

/**
 * A database without an audit log, or one that cannot be reached, is reported in one line for the
 * operator.
 */
function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof DatabaseError && cause.code === "42P01")
    throw new Refusal("This database is not of this version yet: run npm run migrate first.");
  if (cause instanceof DatabaseError) throw new Refusal(`The database refuses: ${cause.message}`);
  throw error;
}

async function answer(db: Database, order: AuditOrder): Promise<string> {
  const places = anchorPlaces("command");
  const [database] = places.map((place) => place.database);
  const { anchors, faults } = await findAnchors(places);
  const given = order.verb === "verify" ? order.anchors.map(withSource) : [];
  const { rows, end, fault, ...witnesses } = await verifyAudit(db, [...given, ...anchors], database);
  if (fault) throw new Refusal(`The audit log is not as it was written: ${wordsForFault(fault)}`);
  // An empty log has no end to store.
  const [doubt] = end ? faults : [];
  if (doubt) throw new Refusal(`The audit log agrees with itself, but ${wordsForAnchor(doubt)}`);
  if (!end) return order.verb === "head" ? "" : "The audit log is empty.";
  const head = `${end.seq}:${end.hash}`;
  if (order.verb === "head") return head;
  return [`The audit log is whole: ${rows} rows, head ${head}`, ...wordsForWitnesses(witnesses)].join("\n");
}

const withSource = (mark: AuditMark) => ({ ...mark, source: `--anchor ${mark.seq}:${mark.hash}` });

await run(process.argv.slice(2)).catch(fail);
