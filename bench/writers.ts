import { actionId, callAction } from "../e2e/access/actions";
import { ask } from "../e2e/support/database";
import { addOngoing } from "../e2e/support/entries";
import type { TestSite } from "../e2e/support/server";

/** A person who repeatedly changes one entry, and records the writes that the site acknowledged. */
export type Writer = { id: number; version: number; acknowledged: number; unanswered: number };

/** An entry that only this writer changes. */
export async function makeWriter(site: TestSite): Promise<Writer> {
  // Read once from the build, before the measurement.
  actionId("activities/changeRows");
  const { id } = await addOngoing(site, { lead: "LA" });
  return { id, version: 1, acknowledged: 0, unanswered: 0 };
}

/**
 * Makes one change. An answer that confirms the save counts as acknowledged.
 * @throws Error if the site answers anything else, or does not answer
 */
export async function writeOnce(site: TestSite, writer: Writer, session: string): Promise<void> {
  const fields = { rows: `${writer.id}:${writer.version}`, progress: String(41 + (writer.version % 50)) };
  writer.unanswered += 1;
  const answer = await callAction(site, "/activities", "activities/changeRows", fields, { session });
  if (answer.status !== 200 || !answer.text.includes('"ok":true')) throw new Error(`a write got ${answer.status}`);
  writer.unanswered = 0;
  writer.version += 1;
  writer.acknowledged += 1;
}

export type Losses = { lost: number; half: number };

/**
 * Compares the acknowledged writes with the database: the entry, its versions and the audit log
 * must show the same number of changes. Writers then continue from the stored state.
 */
export async function countLosses(site: TestSite, writers: readonly Writer[]): Promise<Losses> {
  const losses = { lost: 0, half: 0 };
  for (const writer of writers) {
    const [row] = await ask<{ version: number; versions: number; audited: number; progress: number }>(
      site,
      `select version, progress, (select count(*)::int from entry_versions v where v.entry_id = e.id) as versions,
              (select count(*)::int from audit_log a where a.subject = 'plan_entries' and a.subject_id = e.id) as audited
       from plan_entries e where id = $1`,
      [writer.id],
    );
    const changes = (row?.version ?? 0) - 1;
    const isEven = row?.versions === changes && row.audited === changes;
    const isRight = changes === 0 || row?.progress === 41 + (changes % 50);
    if (!isEven || !isRight) losses.half += 1;
    losses.lost += Math.max(0, writer.version - 1 - changes);
    // A write whose answer was cut off may or may not be stored; there must be no other
    // differences.
    if (changes > writer.version - 1 + Math.min(writer.unanswered, 1)) losses.half += 1;
    writer.version = changes + 1;
    writer.unanswered = 0;
  }
  return losses;
}
