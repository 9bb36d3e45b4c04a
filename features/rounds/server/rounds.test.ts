import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meetings } from "@/db/schema/meetings";
import { roundDrafts } from "@/db/schema/round-drafts";
import { rounds } from "@/db/schema/rounds";
import { users } from "@/db/schema/users";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { reportProgress } from "@/features/activities/server/report-progress";
import type { Context } from "@/server/context";
import { contextOf, everyRole, stateId } from "@/server/testing";
import { addEntry, addOngoing } from "@/server/testing-entries";
import { actionsOf, draftOf, formOf, intoPlan, newCycle, newRound, seen } from "../testing";
import { closeRound } from "./close-round";
import { countWaiting } from "./count-waiting";
import { getDraft } from "./get-draft";
import { getRound } from "./get-round";
import { listRoundChoices } from "./list-round-choices";
import { listRounds } from "./list-rounds";
import { openRound } from "./open-round";
import { returnDrafts } from "./return-drafts";
import { saveDraft } from "./save-draft";
import { submitDraft } from "./submit-draft";

let database: TestDatabase;
let roles: Record<Role, Context>;
let thai: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
  thai = await contextOf(database.db, "focal", "TH");
});
afterAll(() => database.drop());

const ours = (rest: object = {}) => addOngoing(database.db, { proponent: "LA", ...rest });
describe("opening a round", () => {
  it("gives each ongoing entry a draft for its reporter, filled from its last update", async () => {
    const [own, vietnams, hidden, done, proposal] = [
      await ours(),
      await addOngoing(database.db, { proponent: "VN", progress: 10 }),
      await ours({ isConfidential: true }),
      await ours({ status: "completed", progress: 100 }),
      await addEntry(database.db, { proponent: "LA", stage: "submitted" }),
    ];
    await reportProgress(roles.officer, {
      entryId: own,
      version: 1,
      status: "ongoing",
      schedule: "delayed",
      scheduleReason: "ຜູ້ຊ່ຽວຊານມາຊ້າ",
      progress: "55",
      textLo: "ຈັດກອງປະຊຸມແລ້ວ",
      nextSteps: "A second workshop",
    });
    const { roundId } = await newRound(roles.manager, [own, vietnams, hidden, done, proposal]);
    const drafts = await database.db.select().from(roundDrafts).where(eq(roundDrafts.roundId, roundId));
    const sides = new Map(drafts.map((draft) => [draft.entryId, draft.memberStateId]));
    expect(sides).toEqual(
      new Map([
        [own, await stateId(database.db, "LA")],
        [vietnams, null],
        [hidden, null],
      ]),
    );
    expect(await draftOf(database.db, roundId, own)).toMatchObject({
      state: "pending",
      status: "ongoing",
      schedule: "delayed",
      progress: 55,
      baseProgress: 55,
      textLo: "ຈັດກອງປະຊຸມແລ້ວ",
      nextSteps: "A second workshop",
      textEn: null,
    });
    expect(await actionsOf(database.db, "rounds", roundId)).toEqual(["round.open"]);
  });

  it("asks the first owner with a focal point: proponent before implementing agency; disabled accounts and unused invitations do not count", async () => {
    const shut = await contextOf(database.db, "focal", "BN");
    await database.db
      .update(users)
      .set({ isActive: false })
      .where(eq(users.id, shut.actor.userId ?? 0));
    const invited = await contextOf(database.db, "focal", "PH");
    await database.db
      .update(users)
      .set({ passwordHash: null })
      .where(eq(users.id, invited.actor.userId ?? 0));
    const [brunei, philippines, thais] = [
      await addOngoing(database.db, { proponent: "BN" }),
      await addOngoing(database.db, { proponent: "PH" }),
      await addOngoing(database.db, { proponent: "TH" }),
    ];
    const { roundId } = await newRound(roles.manager, [brunei, philippines, thais]);
    for (const entryId of [brunei, philippines])
      expect((await draftOf(database.db, roundId, entryId)).memberStateId).toBeNull();
    expect((await draftOf(database.db, roundId, thais)).memberStateId).toBe(await stateId(database.db, "TH"));
  });

  it("is refused if a round is open, the meeting is closed, no plan is given or nothing is ongoing", async () => {
    const { planId, meetingId } = await newCycle(database.db);
    const open = (rest: object = {}) =>
      openRound(roles.manager, { meetingId, dueOn: "2023-08-01", planIds: [planId], ...rest });
    await expect(open()).rejects.toMatchObject({ fields: [{ field: "planIds", code: "ROUND_EMPTY" }] });
    await intoPlan(database.db, planId, [await ours()]);
    await expect(open({ planIds: [] })).rejects.toMatchObject({ fields: [{ field: "planIds", code: "REQUIRED" }] });
    await expect(open({ dueOn: "" })).rejects.toMatchObject({ fields: [{ field: "dueOn", code: "REQUIRED" }] });
    await expect(open({ planIds: [999_999] })).rejects.toMatchObject({ fields: [{ field: "planIds" }] });
    await expect(open({ meetingId: 999_999 })).rejects.toMatchObject({ fields: [{ field: "meetingId" }] });
    await open();
    await expect(open()).rejects.toMatchObject({ code: "ROUND_ALREADY_OPEN" });
    await database.db.delete(rounds).where(eq(rounds.meetingId, meetingId));
    await database.db.update(meetings).set({ state: "closed" }).where(eq(meetings.id, meetingId));
    await expect(open()).rejects.toMatchObject({ code: "MEETING_CLOSED" });
  });

  it("twice at the same time opens one round", async () => {
    const { planId, meetingId } = await newCycle(database.db);
    await intoPlan(database.db, planId, [await ours()]);
    const open = (head: Context) => openRound(head, { meetingId, dueOn: "2023-08-01", planIds: [planId] });
    const settled = await Promise.allSettled([open(roles.manager), open(roles.admin), open(roles.manager)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    for (const one of settled)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "ROUND_ALREADY_OPEN" });
    expect(await database.db.$count(rounds, eq(rounds.meetingId, meetingId))).toBe(1);
  });

  it("is offered for meetings without a round, with the plans of the meeting's cycle marked", async () => {
    const { planId, meetingId } = await newCycle(database.db);
    await intoPlan(database.db, planId, [await ours()]);
    const before = await listRoundChoices(roles.manager, { meetingId });
    expect(before.meetingId).toBe(meetingId);
    expect(before.plans.find(({ id }) => id === planId)).toMatchObject({ entries: 1, isAsked: true });
    await openRound(roles.manager, { meetingId, dueOn: "2023-08-01", planIds: [planId] });
    const after = await listRoundChoices(roles.manager, { meetingId });
    expect([after.meetingId, after.meetings.some(({ id }) => id === meetingId)]).toEqual([null, false]);
  });
});

describe("the page of a round", () => {
  it("shows the progress and late drafts of each reporter, and to a focal point only its own", async () => {
    const [first, second, thais, desks] = [
      await ours(),
      await ours(),
      await addOngoing(database.db, { proponent: "TH" }),
      await addOngoing(database.db, { proponent: "VN" }),
    ];
    const { roundId, meetingId } = await newRound(roles.manager, [first, second, thais, desks]);
    await submitDraft(roles.focal, await formOf(database.db, roundId, first));
    const { sides, drafts } = await getRound(roles.manager, { roundId });
    const shown = sides.map(({ side, total, open, submitted, late }) => [
      side?.code ?? "desk",
      ...[total, open, submitted, late],
    ]);
    expect(shown).toEqual([
      ["desk", 1, 1, 0, 1],
      ["LA", 2, 1, 1, 1],
      ["TH", 1, 1, 0, 1],
    ]);
    expect(drafts.filter(({ isLate }) => isLate).map(({ entryId }) => entryId)).toEqual([desks, second, thais]);
    expect((await getRound(roles.manager, { roundId })).late.lines.map(({ entryId }) => entryId)).toEqual([
      ...[desks, second, thais],
    ]);
    expect((await getRound(roles.manager, { roundId, side: "desk" })).drafts.map(({ entryId }) => entryId)).toEqual([
      desks,
    ]);
    expect((await getRound(roles.manager, { roundId, state: "submitted" })).drafts).toHaveLength(1);
    const own = await getRound(thai, { roundId });
    expect([own.sides.map(({ side }) => side?.code), own.drafts.map(({ entryId }) => entryId)]).toEqual([
      ["TH"],
      [thais],
    ]);
    const [row] = (await listRounds(thai, { meetingId })).rounds;
    expect(row).toMatchObject({ total: 1, open: 1, submitted: 0, isOverdue: true });
  });

  it("leaves out no submitted or late draft, however long the list before it", async () => {
    const desks: number[] = [];
    for (let made = 0; made < 201; made += 1) desks.push(await addOngoing(database.db, { proponent: "VN" }));
    const [own, other] = [await ours(), await ours()];
    const { roundId } = await newRound(roles.manager, [...desks, own, other]);
    await submitDraft(roles.focal, await formOf(database.db, roundId, own));
    const page = await getRound(roles.manager, { roundId });
    expect([page.drafts.length, page.isCut]).toEqual([200, true]);
    expect([page.waiting.total, page.waiting.lines.map(({ entryId }) => entryId)]).toEqual([1, [own]]);
    expect([page.late.total, page.late.lines.length]).toEqual([202, 200]);
    expect((await getRound(roles.officer, { roundId })).waiting.lines).toEqual([]);
    await database.db.update(roundDrafts).set({ state: "submitted" }).where(eq(roundDrafts.roundId, roundId));
    const { waiting } = await getRound(roles.manager, { roundId });
    expect([waiting.total, waiting.lines.length]).toEqual([203, 200]);
    const narrowed = await getRound(roles.manager, { roundId, side: "LA" });
    expect([narrowed.waiting.total, narrowed.waiting.lines.length, narrowed.late.total]).toEqual([2, 2, 0]);
  }, 30_000);

  it("shows nothing as late before the due date", async () => {
    const { roundId } = await newRound(roles.manager, [await ours()], "2100-01-01");
    const { sides, drafts } = await getRound(roles.manager, { roundId });
    expect([sides[0]?.late, drafts[0]?.isLate]).toEqual([0, false]);
  });

  it("counts in the navigation what waits for each person", async () => {
    const counts = async () => {
      const of = [roles.manager, roles.officer, roles.focal, thai];
      return Promise.all(of.map((context) => countWaiting(context, {})));
    };
    const before = await counts();
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId, await addOngoing(database.db, { proponent: "VN" })]);
    const grown = (now: number[]) => now.map((count, place) => count - (before[place] ?? 0));
    expect(grown(await counts())).toEqual([0, 1, 1, 0]);
    await submitDraft(roles.focal, await formOf(database.db, roundId, entryId));
    expect(grown(await counts())).toEqual([1, 1, 0, 0]);
  });

  it("shows what is new in a draft since the last report", async () => {
    const entryId = await ours();
    await reportProgress(roles.officer, {
      entryId,
      version: 1,
      status: "ongoing",
      schedule: "on_track",
      progress: "50",
      textEn: "One workshop was held.",
    });
    const { roundId } = await newRound(roles.manager, [entryId]);
    const { id: draftId } = await draftOf(database.db, roundId, entryId);
    const same = await getDraft(roles.focal, { roundId, draftId });
    expect([same.since.work, same.since.texts]).toEqual([[], []]);
    const said = { progress: 70, textEn: "Two workshops were held." };
    await saveDraft(roles.focal, await formOf(database.db, roundId, entryId, said));
    const { since } = await getDraft(roles.manager, { roundId, draftId });
    expect(since.work).toEqual([{ field: "progress", before: 50, after: 70 }]);
    expect(since.texts.map(({ field }) => field)).toEqual(["textEn"]);
    await expect(getDraft(roles.manager, { roundId: roundId + 999, draftId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("closing a round", () => {
  it("is refused while drafts are submitted, ends the writing, and is allowed only to heads", async () => {
    const [entryId, other] = [await ours(), await ours()];
    const { roundId } = await newRound(roles.manager, [entryId, other]);
    await submitDraft(roles.focal, await formOf(database.db, roundId, entryId));
    const close = { roundId, version: 1 };
    for (const context of [roles.officer, roles.focal, roles.viewer])
      await expect(closeRound(context, close)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(closeRound(roles.manager, close)).rejects.toMatchObject({ code: "ROUND_WAITING" });
    await expect(closeRound(roles.manager, { roundId, version: 9 })).rejects.toMatchObject({ code: "CONFLICT" });
    const drafts = seen(await draftOf(database.db, roundId, entryId));
    await returnDrafts(roles.manager, { roundId, drafts, remark: "Not this time" });
    const settled = await Promise.allSettled([closeRound(roles.manager, close), closeRound(roles.admin, close)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const one of settled)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "ROUND_CLOSED" });
    expect(await actionsOf(database.db, "rounds", roundId)).toEqual(["round.open", "round.close"]);
    const form = await formOf(database.db, roundId, entryId, { textEn: "Too late" });
    await expect(saveDraft(roles.focal, form)).rejects.toMatchObject({ code: "ROUND_CLOSED" });
    expect((await getRound(roles.manager, { roundId })).can).toEqual({ accept: false, return: false, close: false });
  });
});
