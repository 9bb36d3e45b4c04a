import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { planEntries } from "@/db/schema/plan-entries";
import type { Person } from "./accounts";

type Columns = Partial<typeof planEntries.$inferInsert>;

/**
 * One step in a sample entry's history: the rows it writes beside the entry, and its changes to the
 * entry.
 */
export type Step = {
  /** `YYYY-MM-DD`; the version takes effect on that day. */
  on: string;
  /** The name of the command that makes such a change. */
  change: string;
  by: Person;
  set?: Columns;
  write?: (tx: Transaction, at: Date) => Promise<{ decisionId?: number; updateId?: number }>;
};

/**
 * Creates the entry as a draft and applies its steps in the order of their days, with a version for
 * each: the same history as the commands would write.
 * @param begin adds parties and member states before the entry's first version
 * @returns the entry's id
 */
export async function playHistory(
  tx: Transaction,
  draft: typeof planEntries.$inferInsert,
  first: Omit<Step, "set" | "write">,
  begin: (entryId: number) => Promise<void>,
  stepsOf: (entryId: number) => readonly Step[],
): Promise<number> {
  const created = effectiveAt(first.on);
  const [entry] = await tx
    .insert(planEntries)
    .values({ ...draft, stage: "draft", createdAt: created, updatedAt: created, updatedBy: first.by.id })
    .returning({ id: planEntries.id });
  if (!entry) throw new Error("the sample entry was not written");
  await begin(entry.id);
  await appendEntryVersion(tx, entry.id, { change: first.change, ...stamp(first.by, created) });
  const steps = [...stepsOf(entry.id)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const [index, { on, change, by, set, write }] of steps.entries()) {
    const at = effectiveAt(on);
    const written = await write?.(tx, at);
    await tx
      .update(planEntries)
      .set({ ...set, version: index + 2, updatedAt: at, updatedBy: by.id })
      .where(eq(planEntries.id, entry.id));
    await appendEntryVersion(tx, entry.id, { change, ...written, ...stamp(by, at) });
  }
  return entry.id;
}

const stamp = (by: Person, at: Date) => ({
  effectiveAt: at,
  recordedAt: at,
  recordedBy: by.id,
  recordedByName: by.name,
});
