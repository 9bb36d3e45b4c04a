import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { planEntries } from "@/db/schema/plan-entries";
import type { Person } from "./accounts";

type Columns = Partial<typeof planEntries.$inferInsert>;

/**
 * One act in an entry's invented history: what it writes beside the entry, and what it changes in
 * it.
 */
export type Step = {
  /** `YYYY-MM-DD`; the version takes effect on that day. */
  on: string;
  /** The command that would have done it. */
  change: string;
  by: Person;
  set?: Columns;
  write?: (tx: Transaction, at: Date) => Promise<{ decisionId?: number; updateId?: number }>;
};

/**
 * Makes the entry as a draft and takes it through its steps in the order of their days, a version
 * for each: the history that the commands would have left.
 * @param begin fills what hangs on the entry before its first version: parties and member states
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
