import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensurePast, pastSchema } from "@/db/past/ensure-past";
import { bodies } from "@/db/schema/bodies";
import { agendaItems, decisions, meetings } from "@/db/schema/meetings";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { chainsOf } from "@/domain/decision-chains";
import { AppError } from "@/domain/errors";
import { type BodyCode, decisionOutcomes } from "@/domain/lifecycle";
import { changeProgress } from "@/features/activities/server/change-progress";
import { submitEntry } from "@/features/activities/server/submit-entry";
import { closeMeeting } from "@/features/meetings/server/close-meeting";
import { correctDecision } from "@/features/meetings/server/correct-decision";
import { previewClosing } from "@/features/meetings/server/preview-closing";
import { recordDecision } from "@/features/meetings/server/record-decision";
import { removeDecision } from "@/features/meetings/server/remove-decision";
import type { Context } from "@/server/context";
import { recordVersion } from "@/server/entries/record-version";
import { contextOf } from "@/server/testing";
import { addEntry } from "@/server/testing-entries";

let database: TestDatabase;
let manager: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  manager = await contextOf(database.db, "manager");
});
afterAll(() => database.drop());

/**
 * A chooser that repeats its choices for the same seed, so that a failing sequence can be run
 * again.
 */
function randomOf(seed: number): <T>(all: readonly T[]) => T {
  let state = seed;
  return (all) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const chosen = all[Math.floor((state / 2_147_483_648) * all.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  };
}

const heldMeetings: readonly [BodyCode, string][] = [
  ["JWG", "2024-05-20"],
  ["RETREAT", "2024-08-12"],
  ["JWG", "2024-09-30"],
  ["ADGSOM", "2025-01-14"],
  ["ADGMIN", "2025-01-16"],
];

async function fixture(seed: number) {
  const { db } = database;
  const known = new Map((await db.select().from(bodies)).map(({ code, id }) => [code, id]));
  const meetingIds: number[] = [];
  const itemsOf = new Map<number, number[]>();
  for (const [index, [body, day]] of heldMeetings.entries()) {
    const [row] = await db
      .insert(meetings)
      .values({
        code: `S${seed}-${index}`,
        bodyId: known.get(body) ?? 0,
        titleEn: `Meeting ${index}`,
        state: "open",
        firstOn: day,
        firstPrecision: "exact",
        lastOn: day,
        lastPrecision: "exact",
      })
      .returning({ id: meetings.id });
    meetingIds.push(row?.id ?? 0);
    const points = [1, 2].map((position) => ({ meetingId: row?.id ?? 0, position, titleEn: `Proposals ${position}` }));
    const items = await db.insert(agendaItems).values(points).returning({ id: agendaItems.id });
    itemsOf.set(
      row?.id ?? 0,
      items.map(({ id }) => id),
    );
  }
  const entryIds: number[] = [];
  for (let index = 0; index < 3; index += 1) {
    const id = await addEntry(db, { stage: "draft", proponent: "LA", year: 2024, isWhole: true });
    await db.transaction((tx) => recordVersion(tx, manager, id, { change: "activity.create" }));
    entryIds.push(id);
  }
  return { meetingIds, itemsOf, entryIds };
}

type Fixture = Awaited<ReturnType<typeof fixture>>;
type Choose = ReturnType<typeof randomOf>;

const entryOf = async (id: number) => {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
};

/** One act, possible or not; refusals are expected. */
async function act(choose: Choose, { meetingIds, itemsOf, entryIds }: Fixture): Promise<void> {
  const { db } = database;
  const entry = await entryOf(choose(entryIds));
  const [meetingId, outcome] = [choose(meetingIds), choose(decisionOutcomes)];
  const verdict = { verbPrinted: outcome, outcome };
  const agendaItemId = choose([null, ...(itemsOf.get(meetingId) ?? [])]);
  const acts = [
    () => submitEntry(manager, { entryId: entry.id, version: entry.version }),
    () => recordDecision(manager, { entryId: entry.id, version: entry.version, meetingId, agendaItemId, ...verdict }),
    () => recordDecision(manager, { entryId: entry.id, version: entry.version, meetingId, agendaItemId, ...verdict }),
    async () => {
      const { version, review } = await previewClosing(manager, { meetingId });
      return closeMeeting(manager, { meetingId, version, review });
    },
    async () => {
      const all = await db.select().from(decisions).where(eq(decisions.entryId, entry.id)).orderBy(decisions.id);
      if (all.length === 0) return;
      const decisionId = choose(all).id;
      return correctDecision(manager, { decisionId, version: entry.version, ...verdict });
    },
    async () => {
      const all = await db.select().from(decisions).where(eq(decisions.entryId, entry.id)).orderBy(decisions.id);
      if (all.length > 0) return removeDecision(manager, { decisionId: choose(all).id });
    },
    () => changeProgress(manager, { rows: [{ entryId: entry.id, version: entry.version }], status: "ongoing" }),
  ];
  await choose(acts)().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

/**
 * The stage that the decisions effective by that day lead to, in the order of the meetings; null if
 * there is none. A decision that was corrected to move nothing is ignored, and so is its stage,
 * unless a decision of an earlier meeting was recorded after it.
 */
async function ledTo(entryId: number, day: string): Promise<string | null> {
  const rows = await database.db
    .select({
      id: decisions.id,
      correctsId: decisions.correctsId,
      versionId: entryVersions.id,
      from: decisions.stageFrom,
      to: decisions.stageTo,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(entryVersions, eq(entryVersions.decisionId, decisions.id))
    .where(sql`${decisions.entryId} = ${entryId} and ${meetings.lastOn} <= ${day}`)
    .orderBy(asc(meetings.lastOn), asc(entryVersions.id));
  const undone = new Set(chainsOf(rows).flatMap(({ ids, to }) => (to === null ? ids : [])));
  let [led, by]: [string | null, number] = [null, 0];
  for (const { id, versionId, to } of rows) {
    const isWrong = undone.has(id) && rows.some(({ correctsId }) => correctsId === id);
    if (to !== null && !isWrong && !(undone.has(id) && by > versionId)) [led, by] = [to, versionId];
  }
  return led;
}

async function stagesOn(day: string): Promise<Map<number, string | null>> {
  await ensurePast(database.db, { day });
  const { rows } = await database.db.execute<{ id: number; stage: string | null }>(
    sql.raw(`select id, stage from ${pastSchema({ day })}.plan_entries`),
  );
  return new Map(rows.map(({ id, stage }) => [id, stage]));
}

async function checkRecorded(entryId: number): Promise<void> {
  const versions = await database.db
    .select()
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId))
    .orderBy(asc(entryVersions.id));
  const stageOf = (version?: (typeof versions)[number]) =>
    (version?.snapshot as { entry: { stage: string | null } } | undefined)?.entry.stage;
  for (const [index, version] of versions.entries()) {
    const [from, to] = [stageOf(versions[index - 1]) ?? "draft", stageOf(version)];
    if (from === to) continue;
    if (version.change === "entry.submit")
      expect(["draft > submitted", "returned > submitted"]).toContain(`${from} > ${to}`);
    else expect(version.decisionId, `${version.change}: ${from} > ${to}`).not.toBeNull();
  }
}

describe("in any sequence of acts", () => {
  it.each([1, 2, 3])("no stage is reached without a decision after submission (sequence %i)", async (seed) => {
    const choose = randomOf(seed);
    const place = await fixture(seed);
    for (let turn = 0; turn < 60; turn += 1) await act(choose, place);
    for (const id of place.entryIds) {
      await checkRecorded(id);
      const { stage } = await entryOf(id);
      if (stage !== "draft" && stage !== "submitted") expect(await ledTo(id, "9999-12-31")).not.toBeNull();
    }
  });

  it.each([11, 101, 107, 148, 151])(
    "the register of every past day matches the decisions until then (sequence %i)",
    async (seed) => {
      const choose = randomOf(seed);
      const place = await fixture(seed);
      for (let turn = 0; turn < 60; turn += 1) await act(choose, place);
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
      for (const day of ["2024-05-19", ...heldMeetings.map(([, on]) => on), tomorrow]) {
        const then = await stagesOn(day);
        for (const id of place.entryIds) {
          const led = day === tomorrow ? (await entryOf(id)).stage : await ledTo(id, day);
          // An entry that was returned may have been submitted again by then.
          if (led === "draft") expect(["draft", "submitted"], `entry ${id} on ${day}`).toContain(then.get(id));
          else if (led !== null) expect(then.get(id), `entry ${id} on ${day}`).toBe(led);
          else expect([undefined, "draft", "submitted"], `entry ${id} on ${day}`).toContain(then.get(id));
        }
      }
    },
  );
});
