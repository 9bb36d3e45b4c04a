import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { entryVersions } from "@/db/schema/updates";
import { reachOf } from "@/domain/permissions";
import { type Actor, isHead } from "@/domain/roles";
import { whyNotUndone } from "@/domain/taking-back";

const chosen = alias(entryVersions, "chosen");

/** The former version of the same entry, in the order of recording. */
const formerId = sql<number | null>`(
  select max(f.id) from entry_versions f where f.entry_id = ${entryVersions.entryId} and f.id < ${entryVersions.id}
)`.mapWith(Number);

const isLatest = sql<boolean>`not exists (
  select 1 from entry_versions l where l.entry_id = ${entryVersions.entryId} and l.id > ${entryVersions.id}
)`;

/**
 * All versions that one act has written, one of each entry.
 * @param versionId any of them
 */
export async function readAct(db: Database | Transaction, versionId: number) {
  const rows = await db
    .select({
      versionId: entryVersions.id,
      entryId: entryVersions.entryId,
      change: entryVersions.change,
      byId: entryVersions.recordedBy,
      validFrom: entryVersions.validFrom,
      recordedAt: entryVersions.recordedAt,
      updateId: entryVersions.updateId,
      formerId,
      isLatest,
    })
    .from(chosen)
    .innerJoin(entryVersions, and(eq(entryVersions.act, chosen.act), eq(entryVersions.recordedAt, chosen.recordedAt)))
    .where(eq(chosen.id, versionId))
    .orderBy(entryVersions.entryId);
  return rows.map((row) => ({ ...row, formerId: row.formerId || null, hasFormer: Boolean(row.formerId) }));
}

export type ActRow = Awaited<ReturnType<typeof readAct>>[number];

/** The entry's last change, if this actor can take it back. */
export async function readUndo(db: Database, actor: Actor, entryId: number) {
  if (reachOf(actor, "entry.undo") === "none") return null;
  const [last] = await db
    .select({ id: sql<number>`max(${entryVersions.id})`.mapWith(Number) })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId));
  if (!last?.id) return null;
  const act = await readAct(db, last.id);
  const undoesOthers = isHead(actor.role);
  if (act.some((row) => whyNotUndone(row, actor, undoesOthers) !== null)) return null;
  const [row] = act;
  return row ? { versionId: last.id, change: row.change, count: act.length } : null;
}
