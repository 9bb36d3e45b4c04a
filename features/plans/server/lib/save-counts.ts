import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sources } from "@/db/schema/sources";
import { officialCounts } from "@/db/schema/work-plans";
import type { CountFields } from "@/features/plans/schema";

/** The plan's official counts with their sources. */
async function readCounts(tx: Transaction, planId: number) {
  const rows = await tx
    .select({ id: officialCounts.id, kind: officialCounts.kind, count: officialCounts.count, source: sources })
    .from(officialCounts)
    .innerJoin(sources, eq(sources.id, officialCounts.sourceId))
    .where(and(eq(officialCounts.workPlanId, planId), isNull(officialCounts.memberStateId)));
  const of = (kind: (typeof kinds)[number]) => rows.find((row) => row.kind === kind);
  const [approved, proposed] = [of("approved"), of("proposed")];
  /** The source that the form shows. */
  return { approved, proposed, shown: (approved ?? proposed)?.source };
}

const kinds = ["approved", "proposed"] as const;

/** The counts and their source by their form names. */
export async function countFieldsOf(tx: Transaction, planId: number): Promise<Record<string, string>> {
  const { approved, proposed, shown } = await readCounts(tx, planId);
  return {
    approvedCount: String(approved?.count ?? ""),
    proposedCount: String(proposed?.count ?? ""),
    sourceTitle: shown?.title ?? "",
    sourcePublisher: shown?.publisher ?? "",
    sourcePublishedOn: shown?.publishedOn ?? "",
    sourceAddress: shown?.address ?? "",
  };
}

/**
 * Saves the plan's official counts with their source. An empty count is deleted. The source applies
 * to the counts that were changed; if none was, to those that had the source shown before. Other
 * counts keep their source.
 * @returns the counts before and after, for the audit log; null if nothing changed
 */
export async function saveCounts(tx: Transaction, planId: number, fields: CountFields) {
  const wanted = { approved: fields.approvedCount, proposed: fields.proposedCount };
  const stored = await readCounts(tx, planId);
  const isNewSource = !stored.shown || !isSameSource(stored.shown, fields);
  const changed = kinds.filter((kind) => (stored[kind]?.count ?? null) !== wanted[kind]);
  const reattributed = kinds.filter(
    (kind) => isNewSource && stored[kind] && stored[kind].source.id === stored.shown?.id,
  );
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  let sourceId = isNewSource ? undefined : stored.shown?.id;
  for (const kind of changed.length > 0 ? changed : reattributed) {
    const present = stored[kind];
    const count = wanted[kind];
    before[`${kind}Count`] = present?.count ?? null;
    after[`${kind}Count`] = count;
    if (present) await tx.delete(officialCounts).where(eq(officialCounts.id, present.id));
    if (count === null) continue;
    sourceId ??= await addSource(tx, fields);
    after.source = fields.sourceTitle;
    await tx.insert(officialCounts).values({ workPlanId: planId, kind, count, sourceId });
  }
  return Object.keys(after).length > 0 ? { before, after } : null;
}

function isSameSource(source: typeof sources.$inferSelect, fields: CountFields): boolean {
  return (
    source.title === fields.sourceTitle &&
    source.publisher === fields.sourcePublisher &&
    source.address === fields.sourceAddress &&
    source.publishedOn === fields.sourcePublishedOn
  );
}

async function addSource(tx: Transaction, fields: CountFields): Promise<number> {
  const { sourceTitle, sourcePublisher, sourcePublishedOn, sourceAddress } = fields;
  const [row] = await tx
    .insert(sources)
    .values({
      code: `own-${crypto.randomUUID()}`,
      title: sourceTitle ?? "",
      publisher: sourcePublisher,
      publishedOn: sourcePublishedOn,
      address: sourceAddress,
      language: /\p{Script=Lao}/u.test(sourceTitle ?? "") ? "lo" : "en",
    })
    .returning({ id: sources.id });
  if (!row) throw new Error("a source was not written");
  return row.id;
}
