import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sources } from "@/db/schema/sources";
import { officialCounts } from "@/db/schema/work-plans";
import type { CountFields } from "../../schema";

/**
 * Writes the plan's official numbers with their source; a number left empty is taken back. A number whose source has been named
 * anew rests on the new source from then on.
 * @returns the numbers before and after, for the audit log; null when nothing changed
 */
export async function saveCounts(tx: Transaction, planId: number, fields: CountFields) {
  const wanted = { approved: fields.approvedCount, proposed: fields.proposedCount };
  const rows = await tx
    .select({ id: officialCounts.id, kind: officialCounts.kind, count: officialCounts.count, source: sources })
    .from(officialCounts)
    .innerJoin(sources, eq(sources.id, officialCounts.sourceId))
    .where(and(eq(officialCounts.workPlanId, planId), isNull(officialCounts.memberStateId)));
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  let sourceId: number | undefined;
  for (const kind of ["approved", "proposed"] as const) {
    const count = wanted[kind];
    const present = rows.find((row) => row.kind === kind);
    if (present?.count === (count ?? undefined) && (!present || isSameSource(present.source, fields))) continue;
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
