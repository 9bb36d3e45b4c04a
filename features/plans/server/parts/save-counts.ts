import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sources } from "@/db/schema/sources";
import { officialCounts } from "@/db/schema/work-plans";
import type { CountFields } from "../../schema";

/** Writes the plan's official numbers with their source; a number left empty is taken back. */
export async function saveCounts(tx: Transaction, planId: number, fields: CountFields): Promise<void> {
  const numbers = [
    { kind: "approved" as const, count: fields.approvedCount },
    { kind: "proposed" as const, count: fields.proposedCount },
  ];
  let sourceId: number | undefined;
  for (const { kind, count } of numbers) {
    const where = and(
      eq(officialCounts.workPlanId, planId),
      eq(officialCounts.kind, kind),
      isNull(officialCounts.memberStateId),
    );
    const [present] = await tx.select().from(officialCounts).where(where);
    if (count === null) {
      if (present) await tx.delete(officialCounts).where(where);
      continue;
    }
    if (present && present.count === count) continue;
    sourceId ??= await addSource(tx, fields);
    if (present) await tx.update(officialCounts).set({ count, sourceId }).where(where);
    else await tx.insert(officialCounts).values({ workPlanId: planId, kind, count, sourceId });
  }
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
