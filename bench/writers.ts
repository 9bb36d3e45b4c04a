import { actionId, callAction } from "../e2e/access/actions";
import { ask } from "../e2e/support/database";
import { addOngoing } from "../e2e/support/entries";
import type { TestSite } from "../e2e/support/server";

/** One person who changes one entry over and over, and remembers what the site has acknowledged. */
export type Writer = { id: number; version: number; acknowledged: number; unanswered: number };

/** An entry that nobody else writes to. */
export async function makeWriter(site: TestSite): Promise<Writer> {
  // Read once from the build, before anything is measured.
  actionId("activities/changeRows");
  const { id } = await addOngoing(site, { lead: "LA" });
  return { id, version: 1, acknowledged: 0, unanswered: 0 };
}

/**
 * One change. An answer that says it was saved counts as acknowledged.
 * @throws Error when the site answers with anything else, or not at all
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
 * Compares what was acknowledged with what the database holds: entry, its versions and the audit
 * log must tell of the same number of changes. Writers go on from what is there.
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
    // A write whose answer was cut off may be there or not; more than it must not.
    if (changes > writer.version - 1 + Math.min(writer.unanswered, 1)) losses.half += 1;
    writer.version = changes + 1;
    writer.unanswered = 0;
  }
  return losses;
}
