import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { activities } from "@/db/schema/activities";
import { auditLog } from "@/db/schema/audit-log";
import { meetings } from "@/db/schema/meetings";
import { milestoneMoves, milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { addDays } from "@/domain/days";
import { dueDay } from "@/domain/deadlines";
import type { Role } from "@/domain/roles";
import { editActivity } from "@/features/activities/server/edit-activity";
import { editMeeting } from "@/features/meetings/server/edit-meeting";
import type { Context } from "@/server/context";
import { everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { addMeeting } from "../testing";
import { addDeadline } from "./add-deadline";
import { editDeadline } from "./edit-deadline";
import { getDeadline } from "./get-deadline";

let database: TestDatabase;
let by: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  by = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

type Days = { firstOn: string; lastOn: string };

async function moveMeeting(meetingId: number, days: Days | null) {
  const [found] = await database.db.select().from(meetings).where(eq(meetings.id, meetingId));
  const { firstOn, lastOn } = days ?? { firstOn: "", lastOn: "" };
  const { version = 0, titleEn = "" } = found ?? {};
  return editMeeting(by.officer, { meetingId, version, titleEn, firstOn, lastOn });
}

async function moveEnd(entryId: number, ends: { plannedEndOn: string; actualEndOn: string }) {
  const [found] = await database.db
    .select({ version: planEntries.version, activityVersion: activities.version })
    .from(planEntries)
    .innerJoin(activities, eq(activities.id, planEntries.activityId))
    .where(eq(planEntries.id, entryId));
  const { version = 0, activityVersion = 0 } = found ?? {};
  const none = { outcomeIds: "", coProponentStateIds: "", implementingStateIds: "", participantStateIds: "" };
  const fields = { titleEn: "A study", originalLocale: "en", kind: "study", ...none, funderPartnerIds: "" } as const;
  return editActivity(by.officer, { entryId, version, activityVersion, ...fields, ...ends });
}

const titles = { titleEn: "Papers" };

it("moving a meeting moves its deadlines, with history and audit rows, in one command", async () => {
  const meetingId = await addMeeting(database.db);
  const entryId = await addOngoing(database.db, { proponent: "LA" });
  const on = { ...titles, anchor: "meeting", meetingId } as const;
  const first = await addDeadline(by.officer, { entryId, ...on, days: 21 });
  await addDeadline(by.officer, { ...on, days: 7, side: "after" });
  const other = await addDeadline(by.officer, { entryId, ...on, meetingId: await addMeeting(database.db), days: 21 });
  const { moved } = await moveMeeting(meetingId, { firstOn: "2027-02-09", lastOn: "2027-02-11" });
  expect(moved).toBe(2);
  const { deadline, moves } = await getDeadline(by.viewer, { deadlineId: first.deadlineId });
  expect(deadline).toMatchObject({ dueOn: "2027-01-19", version: 2 });
  const cause = { cause: "meeting", movedByName: by.officer.actor.name };
  expect(moves).toMatchObject([{ fromOn: "2027-01-05", toOn: "2027-01-19", ...cause }]);
  expect((await getDeadline(by.viewer, other)).moves).toEqual([]);
  const rows = await database.db.select().from(auditLog).where(eq(auditLog.action, "meeting.update"));
  expect(rows.map(({ subject }) => subject)).toEqual(["meetings", "milestones", "milestones"]);
  expect(rows[1]).toMatchObject({ before: { dueOn: "2027-01-05" }, after: { dueOn: "2027-01-19" } });
  expect(new Set(rows.map(({ requestId }) => requestId)).size).toBe(1);
});

it("a meeting whose day is removed leaves its deadlines without a day", async () => {
  const meetingId = await addMeeting(database.db);
  const { deadlineId } = await addDeadline(by.officer, { ...titles, anchor: "meeting", meetingId, days: 3 });
  await moveMeeting(meetingId, null);
  const { deadline, moves } = await getDeadline(by.viewer, { deadlineId });
  expect(deadline.dueOn).toBeNull();
  expect(moves).toMatchObject([{ fromOn: "2027-01-23", toOn: null }]);
});

it("editing a meeting without changing its days moves nothing", async () => {
  const meetingId = await addMeeting(database.db);
  const { deadlineId } = await addDeadline(by.officer, { ...titles, anchor: "meeting", meetingId, days: 3 });
  const days = { firstOn: "2027-01-26", lastOn: "2027-01-28" };
  await editMeeting(by.officer, { meetingId, version: 1, titleEn: "Another name", ...days });
  expect(await getDeadline(by.viewer, { deadlineId })).toMatchObject({ deadline: { version: 1 }, moves: [] });
});

it("changing the end of an activity moves its deadlines", async () => {
  const entryId = await addOngoing(database.db, { proponent: "LA", plannedEndOn: "2027-06-30" });
  const { deadlineId } = await addDeadline(by.officer, {
    entryId,
    ...titles,
    anchor: "entry_end",
    days: 60,
    side: "after",
  });
  await moveEnd(entryId, { plannedEndOn: "2027-07-31", actualEndOn: "" });
  await moveEnd(entryId, { plannedEndOn: "2027-07-31", actualEndOn: "2027-07-01" });
  const { deadline, moves } = await getDeadline(by.viewer, { deadlineId });
  expect(deadline.dueOn).toBe("2027-08-30");
  expect(moves.map(({ toOn, cause }) => [toOn, cause])).toEqual([
    ["2027-08-30", "entry"],
    ["2027-09-29", "entry"],
  ]);
});

it("editing a deadline that has moved since is refused with its current day", async () => {
  const meetingId = await addMeeting(database.db);
  const on = { ...titles, anchor: "meeting", meetingId } as const;
  const { deadlineId } = await addDeadline(by.officer, { ...on, days: 21 });
  await moveMeeting(meetingId, { firstOn: "2027-03-01", lastOn: "2027-03-02" });
  await expect(editDeadline(by.officer, { deadlineId, version: 1, ...on })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

type Act =
  | { act: "meeting"; which: number; first: number; length: number; isKnown: boolean }
  | { act: "end"; planned: number; actual: number | null }
  | {
      act: "edit";
      which: number;
      anchor: "day" | "meeting" | "entry_end";
      meeting: number;
      days: number;
      before: boolean;
    };

const day = fc.integer({ min: 0, max: 900 });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant("meeting" as const),
    which: fc.nat(1),
    first: day,
    length: fc.nat(9),
    isKnown: fc.boolean(),
  }),
  fc.record({ act: fc.constant("end" as const), planned: day, actual: fc.option(day) }),
  fc.record({
    act: fc.constant("edit" as const),
    which: fc.nat(2),
    meeting: fc.nat(1),
    days: fc.nat(90),
    anchor: fc.constantFrom("day" as const, "meeting" as const, "entry_end" as const),
    before: fc.boolean(),
  }),
);
const dayOf = (count: number) => addDays("2027-01-01", count);

it("after random commands every deadline is due on the day computed from its anchor, and its history ends there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 8 }), async (acts) => {
      const series = [await addMeeting(database.db), await addMeeting(database.db)];
      const entryId = await addOngoing(database.db, { proponent: "LA", plannedEndOn: "2027-06-30" });
      const made = [];
      for (const anchor of ["day", "meeting", "entry_end"] as const) {
        const on = { anchor, fixedOn: "2027-05-05", meetingId: series[0], days: 10 };
        made.push((await addDeadline(by.officer, { entryId, ...titles, ...on })).deadlineId);
      }
      const begun = await dueDaysOf(entryId);
      for (const act of acts) await perform(act, { series, entryId, made });
      for (const row of await rowsOf(entryId)) {
        expect(row.deadline.dueOn).toBe(dueDay(row.deadline, row));
        const path = await database.db
          .select()
          .from(milestoneMoves)
          .where(eq(milestoneMoves.deadlineId, row.deadline.id))
          .orderBy(asc(milestoneMoves.id));
        // Each move begins at the day where the one before it ended; the last one ends at the
        // present day.
        const ends = [begun.get(row.deadline.id), ...path.map(({ toOn }) => toOn)];
        expect(path.map(({ fromOn }) => fromOn)).toEqual(ends.slice(0, -1));
        expect(ends.at(-1)).toBe(row.deadline.dueOn);
      }
    }),
    { numRuns: 20 },
  );
});

const rowsOf = (entryId: number) =>
  database.db
    .select({ deadline: milestones, meeting: meetings, entry: planEntries })
    .from(milestones)
    .innerJoin(planEntries, eq(planEntries.id, milestones.entryId))
    .leftJoin(meetings, eq(meetings.id, milestones.meetingId))
    .where(eq(milestones.entryId, entryId));

async function dueDaysOf(entryId: number) {
  return new Map((await rowsOf(entryId)).map(({ deadline }) => [deadline.id, deadline.dueOn]));
}

type Fixture = { series: readonly number[]; entryId: number; made: readonly number[] };

async function perform(act: Act, { series, entryId, made }: Fixture): Promise<void> {
  if (act.act === "meeting") {
    const days = { firstOn: dayOf(act.first), lastOn: dayOf(act.first + act.length) };
    await moveMeeting(series[act.which] ?? 0, act.isKnown ? days : null);
  } else if (act.act === "end") {
    const actualEndOn = act.actual === null ? "" : dayOf(act.actual);
    await moveEnd(entryId, { plannedEndOn: dayOf(act.planned), actualEndOn });
  } else {
    const deadlineId = made[act.which] ?? 0;
    const [found] = await database.db.select().from(milestones).where(eq(milestones.id, deadlineId));
    const on = { anchor: act.anchor, meetingId: series[act.meeting], days: act.days };
    const where = { fixedOn: dayOf(act.days), side: act.before ? "before" : "after" } as const;
    await editDeadline(by.officer, { deadlineId, version: found?.version ?? 0, ...titles, ...on, ...where });
  }
}
