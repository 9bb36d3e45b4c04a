import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/db/client";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
import { type ConceptField, type ConceptTexts, conceptFields, emptyConcept } from "@/domain/concept";
import { AppError } from "@/domain/errors";
import { owns } from "@/domain/permissions";
import { isDesk } from "@/domain/roles";
import { type DiffPart, diffText } from "@/domain/text-diff";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { ownersOf, visibleEntries } from "@/server/scope";

/**
 * A version of the concept note: the entry's version that created it, and its number within the
 * note, from 1.
 */
export type PaperVersion = { version: number; number: number; recordedAt: Date; by: string; change: string };

/** A part that differs, compared word by word. */
export type PartDiff = { field: ConceptField; parts: DiffPart[] };

/**
 * Versions of the entry in which the concept note changed, the oldest first.
 * @param withDrafts include versions from before the submission
 */
async function readVersions(db: Database, entryId: number, withDrafts: boolean): Promise<PaperVersion[]> {
  const rows = await db
    .select({
      version: entryVersions.version,
      recordedAt: entryVersions.recordedAt,
      by: entryVersions.recordedByName,
      change: entryVersions.change,
      stage: entryVersions.stage,
      paper: sql<string | null>`${entryVersions.snapshot} -> 'concept' ->> 'version'`,
    })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId))
    .orderBy(asc(entryVersions.id));
  const visible = rows.filter(({ stage }) => withDrafts || stage !== "draft");
  return visible
    .filter(({ paper }, index) => paper !== (visible[index - 1]?.paper ?? null))
    .map(({ version, recordedAt, by, change }, index) => ({ version, number: index + 1, recordedAt, by, change }));
}

/** The concept note in each of these versions. */
async function readTexts(db: Database, entryId: number, versions: readonly number[]) {
  const rows = await db
    .select({
      version: entryVersions.version,
      texts: sql<ConceptTexts | null>`${entryVersions.snapshot} -> 'concept'`,
    })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entryId), inArray(entryVersions.version, [...versions])));
  return new Map(rows.map(({ version, texts }) => [version, texts ?? emptyConcept]));
}

/**
 * Versions of an entry's concept note, and the differences between two of them: the older first, in
 * whichever order they are given. Versions from before the submission are only visible to the desk
 * and to the entry's own states.
 * @throws AppError NOT_FOUND for entries that the actor may not see, and for a version in which the
 *   note did not change
 */
export const compareConcepts = defineQuery({
  name: "concept.compare",
  permission: "entry.history",
  input: z.object({ entryId: rowId, from: rowId.nullable(), to: rowId.nullable() }),
  run: async ({ db, actor, input: { entryId, from, to } }) => {
    const [seen] = await db
      .select({ id: planEntries.id })
      .from(planEntries)
      .where(and(eq(planEntries.id, entryId), visibleEntries(db, actor)));
    if (!seen) throw new AppError("NOT_FOUND");
    const owners = (await ownersOf(db, [entryId])).get(entryId);
    const withDrafts = isDesk(actor.role) || owns(actor, owners);
    const versions = await readVersions(db, entryId, withDrafts);
    const chosen = [from ?? versions.at(-2)?.version, to ?? versions.at(-1)?.version].filter(
      (one) => one !== undefined,
    );
    if (chosen.some((one) => !versions.some(({ version }) => version === one))) throw new AppError("NOT_FOUND");
    const [older, newer] = chosen.sort((a, b) => a - b);
    if (older === undefined || newer === undefined) return { versions, compared: null };
    const texts = await readTexts(db, entryId, [older, newer]);
    const of = (version: number, field: ConceptField) => texts.get(version)?.[field] ?? "";
    const differing = conceptFields.filter((field) => of(older, field) !== of(newer, field));
    const differences = differing.map(
      (field): PartDiff => ({ field, parts: diffText(of(older, field), of(newer, field)) }),
    );
    return { versions, compared: { from: older, to: newer, differences } };
  },
});

export type ComparedConcepts = Awaited<ReturnType<typeof compareConcepts>>;
