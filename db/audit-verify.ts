import "server-only";
import { asc, eq, gt, or } from "drizzle-orm";
import { auditHash, genesis, holdsRow } from "./audit-chain";
import { type AuditMark, isGenuine, readHead } from "./audit-head";
import type { Database, Transaction } from "./client";
import { auditLog } from "./schema/audit-log";

type Row = typeof auditLog.$inferSelect;

/**
 * An end of the log that was noted outside the database. Without `log` and `database` it is assumed
 * to belong to this one.
 */
export type Witness = AuditMark & {
  readonly source?: string;
  readonly log?: string;
  readonly database?: string;
  readonly notedAt?: string;
};

/**
 * The kind of fault at a row. `edited`: its content does not match its hash. `missing`: no row has
 * this number. `moved`: it was written under another number (`was`), so rows were swapped or one
 * was inserted before it. `inserted`: it does not follow from the previous row. `cut`: the signed
 * end, or an end noted elsewhere (`by`), is after the last row. `rewritten`: the hashes are
 * consistent with each other but not with the signed end. `unsigned_end`: rows follow the signed
 * end. `no_head`, `forged_head`: the end is not signed, or not with this key. `not_anchor`: the row
 * differs from the one noted elsewhere. `other_log`: an end noted for this database belongs to a
 * log with another first row.
 */
export type AuditFault =
  | { kind: "moved"; seq: number; was: number }
  | { kind: "cut" | "not_anchor" | "other_log"; seq: number; by?: Witness }
  | { kind: "edited" | "missing" | "inserted" | "rewritten" | "unsigned_end" | "no_head" | "forged_head"; seq: number };

export type AuditVerdict = {
  rows: number;
  end: AuditMark | null;
  fault: AuditFault | null;
  /** Of the witnesses compared, the one with the highest row. */
  newest: Witness | null;
  /**
   * Witnesses of the same log in another database whose row is not in this one: reported, because
   * two copies of a register diverge after the copy.
   */
  strangers: readonly Witness[];
};

const batch = 1_000;

/**
 * Checks the whole log and its signed end in one snapshot; the site may write at the same time.
 * @param witnesses ends noted earlier: each must still be in the log
 * @param database the database whose witnesses are compared (`database` of an anchor)
 * @returns the number of rows read, the end, and the first fault
 */
export function verifyAudit(
  db: Database,
  witnesses: readonly Witness[] = [],
  database?: string,
): Promise<AuditVerdict> {
  return db.transaction(
    async (tx) => {
      const [first] = await tx.select({ hash: auditLog.hash }).from(auditLog).where(eq(auditLog.seq, 1));
      const isOfOther = (one: Witness) => one.log !== undefined && first !== undefined && one.log !== first.hash;
      const own = witnesses.filter((one) => one.database === undefined || one.database === database);
      const marks = own.filter((one) => !isOfOther(one));
      const { rows, end, fault } = await verify(tx, marks);
      const [of] = own.filter(isOfOther);
      return {
        rows,
        end,
        fault: fault ?? (of ? { kind: "other_log", seq: 1, by: of } : null),
        newest: newestOf(marks),
        strangers: await notHeld(
          tx,
          witnesses.filter((one) => !own.includes(one) && !isOfOther(one)),
        ),
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

type Walked = Pick<AuditVerdict, "rows" | "end" | "fault">;

async function verify(tx: Transaction, witnesses: readonly Witness[]): Promise<Walked> {
  const head = await readHead(tx);
  let end: AuditMark | null = null;
  let rows = 0;
  // The first fault found with the signed end. A fault in an earlier row is more precise and takes
  // precedence.
  let rewritten: AuditFault | null = null;
  for await (const row of walk(tx)) {
    const fault = faultOf(row, end);
    if (fault) return { rows, end, fault: await explained(tx, fault, row) };
    rows += 1;
    end = { seq: row.seq, hash: row.hash };
    const against = witnesses.find(({ seq, hash }) => seq === row.seq && hash !== row.hash);
    if (against) return { rows, end, fault: { kind: "not_anchor", seq: row.seq, ...saidBy(against) } };
    if (head && head.seq === row.seq && head.hash !== row.hash) rewritten = { kind: "rewritten", seq: row.seq };
  }
  const last = end?.seq ?? 0;
  const beyond = newestOf(witnesses.filter(({ seq }) => seq > last));
  if (head && head.seq > last) return { rows, end, fault: { kind: "cut", seq: last + 1 } };
  if (beyond) return { rows, end, fault: { kind: "cut", seq: last + 1, ...saidBy(beyond) } };
  if (rewritten) return { rows, end, fault: rewritten };
  if (!head) return { rows, end, fault: end && { kind: "no_head", seq: last } };
  if (!isGenuine(head)) return { rows, end, fault: { kind: "forged_head", seq: head.seq } };
  if (head.seq < last) return { rows, end, fault: { kind: "unsigned_end", seq: head.seq + 1 } };
  return { rows, end, fault: null };
}

const saidBy = (witness: Witness) => (witness.source === undefined ? {} : { by: witness });

function newestOf(witnesses: readonly Witness[]): Witness | null {
  return witnesses.reduce<Witness | null>((newest, one) => (newest && newest.seq >= one.seq ? newest : one), null);
}

async function notHeld(tx: Transaction, witnesses: readonly Witness[]): Promise<Witness[]> {
  const missing: Witness[] = [];
  for (const witness of witnesses) if (!(await holdsRow(tx, witness))) missing.push(witness);
  return missing;
}

/** All rows in order, read in batches. */
async function* walk(tx: Transaction): AsyncGenerator<Row> {
  let cursor: number | null = null;
  for (;;) {
    const rows: Row[] = await tx
      .select()
      .from(auditLog)
      .where(cursor === null ? undefined : gt(auditLog.seq, cursor))
      .orderBy(asc(auditLog.seq))
      .limit(batch);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    cursor = last.seq;
  }
}

function faultOf(row: Row, before: AuditMark | null): AuditFault | null {
  const expected = (before?.seq ?? 0) + 1;
  if (row.seq < expected) return { kind: "inserted", seq: row.seq };
  if (row.seq > expected) return { kind: "missing", seq: expected };
  if (auditHash(row) !== row.hash) return { kind: "edited", seq: row.seq };
  return row.previousHash === (before?.hash ?? genesis) ? null : { kind: "inserted", seq: row.seq };
}

/**
 * A row is "moved" and not "edited" if its hash is correct for the number that its neighbours in
 * the chain imply.
 */
async function explained(tx: Transaction, fault: AuditFault, row: Row): Promise<AuditFault> {
  if (fault.kind !== "edited") return fault;
  const neighbours = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .where(or(eq(auditLog.hash, row.previousHash), eq(auditLog.previousHash, row.hash)));
  const places = neighbours.flatMap(({ seq }) => [seq - 1, seq + 1]).concat(row.seq - 1, row.seq + 1);
  const was = places.find((seq) => auditHash({ ...row, seq }) === row.hash);
  return was === undefined ? fault : { kind: "moved", seq: row.seq, was };
}
