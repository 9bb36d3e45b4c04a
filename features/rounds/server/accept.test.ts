import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planEntries } from "@/db/schema/plan-entries";
import { entryVersions, updates } from "@/db/schema/updates";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import { editActivity } from "@/features/activities/server/edit-activity";
import { getEntry } from "@/features/activities/server/get-entry";
import { listHistory } from "@/features/activities/server/list-history";
import { reportProgress } from "@/features/activities/server/report-progress";
import { type Context, today } from "@/server/context";
import { countAudit, everyRole, stateId } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { actionsOf, draftOf, formOf, newRound, seen } from "../testing";
import { acceptDrafts } from "./accept-drafts";
import { closeRound } from "./close-round";
import { getDraft } from "./get-draft";
import { getRound } from "./get-round";
import { returnDrafts } from "./return-drafts";
import { saveDraft } from "./save-draft";
import { submitDraft } from "./submit-draft";

let database: TestDatabase;
let roles: Record<Role, Context>;

beforeAll(async () => {
  database = await createTestDatabase();
  roles = await everyRole(database.db, "LA");
});
afterAll(() => database.drop());

const ours = (rest: object = {}) => addOngoing(database.db, { proponent: "LA", ...rest });
const stored = async (id: number) => {
  const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, id));
  return entry;
};
const submit = async (roundId: number, entryId: number, values: object = {}, by = roles.focal) =>
  submitDraft(by, await formOf(database.db, roundId, entryId, values));
const codesOf = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === "fulfilled" ? "done" : String((one.reason as { code?: string }).code))).sort();

/** A round with this many entries of Lao PDR, all drafts submitted with progress 70. */
async function handedIn(count: number) {
  const entryIds: number[] = [];
  for (let made = 0; made < count; made += 1) entryIds.push(await ours());
  const round = await newRound(roles.manager, entryIds);
  for (const entryId of entryIds) await submit(round.roundId, entryId, { progress: 70, textLo: "ຄືບໜ້າດີ" });
  const named = async () =>
    Promise.all(entryIds.map(async (id) => seen(await draftOf(database.db, round.roundId, id))));
  return { ...round, entryIds, drafts: await named() };
}

describe("accepting", () => {
  it("makes each draft an update of its entry that cites round and meeting, in its writer's name, in one transaction", async () => {
    const { roundId, meetingId, entryIds, drafts } = await handedIn(2);
    expect(await acceptDrafts(roles.manager, { roundId, drafts })).toEqual({ accepted: 2 });
    for (const entryId of entryIds) {
      const day = today(roles.manager);
      expect(await stored(entryId)).toMatchObject({ progress: 70, version: 2, lastReportedOn: day });
      const [update] = await database.db.select().from(updates).where(eq(updates.entryId, entryId));
      expect(update).toMatchObject({
        roundId,
        meetingId,
        progress: 70,
        textLo: "ຄືບໜ້າດີ",
        reportedOn: day,
        isSample: false,
        authorId: roles.focal.actor.userId,
        authorName: roles.focal.actor.name,
      });
      const draft = await draftOf(database.db, roundId, entryId);
      expect(draft).toMatchObject({ state: "accepted", updateId: update?.id });
      expect(await actionsOf(database.db, "plan_entries", entryId)).toEqual(["round.accept"]);
      const [line] = (await listHistory(roles.focal, { entryId })).lines;
      expect(line).toMatchObject({ change: "round.accept", round: { id: roundId } });
      expect((await listHistory(roles.viewer, { entryId })).lines[0]?.round?.id).toBeNull();
      const { updates: told } = await getEntry(roles.viewer, { entryId });
      expect(told[0]).toMatchObject({ roundId });
    }
    expect(await actionsOf(database.db, "rounds", roundId)).toEqual(["round.open", "round.accept"]);
  });

  it("is allowed only to heads of division and leaves no trace when refused", async () => {
    const { roundId, entryIds, drafts } = await handedIn(1);
    const rows = await countAudit(database.db);
    for (const context of [roles.officer, roles.focal, roles.viewer])
      await expect(acceptDrafts(context, { roundId, drafts })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(acceptDrafts(roles.manager, { roundId, drafts: [] })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const { roundId: other } = await handedIn(1);
    await expect(acceptDrafts(roles.manager, { roundId: other, drafts })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await stored(entryIds[0] ?? 0)).toMatchObject({ version: 1, progress: 40 });
    expect((await countAudit(database.db)) - rows).toBe(2);
  });

  it("is all or nothing: one impossible report is named and none is accepted", async () => {
    const { roundId, entryIds, drafts } = await handedIn(3);
    const [first = 0, second = 0] = entryIds;
    await reportProgress(roles.officer, {
      entryId: second,
      version: 1,
      status: "implemented",
      schedule: "on_track",
      progress: "90",
    });
    const { drafts: lines } = await getRound(roles.manager, { roundId });
    const moved = lines.find(({ entryId }) => entryId === second);
    expect(moved?.refusal).toBe("ENTRY_MOVED_ON");
    await expect(acceptDrafts(roles.manager, { roundId, drafts })).rejects.toMatchObject({
      code: "DRAFTS_IMPOSSIBLE",
      params: { entries: moved?.code },
    });
    expect(await stored(first)).toMatchObject({ version: 1, progress: 40 });
    expect(await database.db.$count(updates, eq(updates.roundId, roundId))).toBe(0);
  });

  it("over a changed entry requires that the head has seen both versions", async () => {
    const { roundId, entryIds, drafts } = await handedIn(1);
    const [entryId = 0] = entryIds;
    const accept = (entryVersion?: number) => acceptDrafts(roles.manager, { roundId, drafts, entryVersion });
    const report = { entryId, status: "ongoing", schedule: "on_track", progress: "50" } as const;
    await reportProgress(roles.officer, { ...report, version: 1 });
    await expect(accept()).rejects.toMatchObject({ code: "ENTRY_MOVED_ON" });
    const draftId = (await draftOf(database.db, roundId, entryId)).id;
    const page = await getDraft(roles.manager, { roundId, draftId });
    expect([page.hasMovedOn, page.refusal, page.entry.work.progress, page.draft.progress]).toEqual([
      true,
      null,
      50,
      70,
    ]);
    await reportProgress(roles.officer, { ...report, version: 2, progress: "55" });
    await expect(accept(page.entry.version)).rejects.toMatchObject({ code: "ENTRY_MOVED_ON" });
    await accept(3);
    expect(await stored(entryId)).toMatchObject({ progress: 70, version: 4 });
  });

  it("shows the text of later updates, even if the fields of the work do not differ", async () => {
    const { roundId, entryIds } = await handedIn(1);
    const [entryId = 0] = entryIds;
    const report = { entryId, status: "ongoing", schedule: "on_track", progress: "70" } as const;
    await reportProgress(roles.officer, { ...report, version: 1, textEn: "The host withdrew.", issues: "No host" });
    const thais = await stateId(database.db, "TH");
    await database.db.insert(updates).values({
      entryId,
      memberStateId: thais,
      textEn: "Of a share",
      reportedOn: "2023-07-01",
      authorName: "Test",
    });
    const { id: draftId } = await draftOf(database.db, roundId, entryId);
    for (const context of [roles.manager, roles.focal]) {
      const page = await getDraft(context, { roundId, draftId });
      expect(page.hasMovedOn).toBe(true);
      expect(page.later).toMatchObject([
        { progress: 70, textEn: "The host withdrew.", issues: "No host", authorName: roles.officer.actor.name },
      ]);
    }
    const drafts = [seen(await draftOf(database.db, roundId, entryId))];
    await acceptDrafts(roles.manager, { roundId, drafts, entryVersion: 2 });
    expect((await getDraft(roles.manager, { roundId, draftId })).later).toEqual([]);
  });

  it("is not prevented by changes that the writer has seen, or by changes of other fields", async () => {
    const [entryId, other] = [await ours(), await ours()];
    const { roundId } = await newRound(roles.manager, [entryId, other]);
    await reportProgress(roles.officer, {
      entryId,
      version: 1,
      status: "ongoing",
      schedule: "on_track",
      progress: "50",
    });
    // The form is filled beside the current entry.
    await submit(roundId, entryId, { progress: 60 });
    await submit(roundId, other, { progress: 60 });
    await database.db.update(planEntries).set({ version: 7, fund: "A fund" }).where(eq(planEntries.id, other));
    const drafts = [
      seen(await draftOf(database.db, roundId, entryId)),
      seen(await draftOf(database.db, roundId, other)),
    ];
    expect(await acceptDrafts(roles.manager, { roundId, drafts })).toEqual({ accepted: 2 });
  });

  it("checks the rules of an ordinary update again", async () => {
    const { roundId, entryIds, drafts } = await handedIn(1);
    const [entryId = 0] = entryIds;
    await database.db
      .update(planEntries)
      .set({ stage: "deferred", status: null, schedule: null })
      .where(eq(planEntries.id, entryId));
    await expect(acceptDrafts(roles.manager, { roundId, drafts, entryVersion: 1 })).rejects.toMatchObject({
      code: "STATUS_NEEDS_APPROVAL",
    });
  });
});

describe("concurrent commands", () => {
  it("accepting the same drafts: one wins, the others are refused, and nothing is duplicated", async () => {
    const { roundId, entryIds, drafts } = await handedIn(3);
    const accept = (head: Context) => acceptDrafts(head, { roundId, drafts });
    const heads = [roles.manager, roles.admin, roles.manager, roles.admin];
    expect(codesOf(await Promise.allSettled(heads.map(accept)))).toEqual([
      ...["DRAFTS_IMPOSSIBLE", "DRAFTS_IMPOSSIBLE", "DRAFTS_IMPOSSIBLE", "done"],
    ]);
    for (const entryId of entryIds) {
      expect(await database.db.$count(updates, eq(updates.entryId, entryId))).toBe(1);
      expect(await database.db.$count(entryVersions, eq(entryVersions.entryId, entryId))).toBe(1);
    }
  });

  it("accepting and returning, or closing: the first wins and the other is refused", async () => {
    const { roundId, drafts } = await handedIn(1);
    const settled = await Promise.allSettled([
      acceptDrafts(roles.manager, { roundId, drafts }),
      returnDrafts(roles.admin, { roundId, drafts, remark: "Please look again" }),
      closeRound(roles.admin, { roundId, version: 1 }),
    ]);
    const [accepted, returned] = settled.map(({ status }) => status === "fulfilled");
    expect(accepted !== returned).toBe(true);
    const cited = await database.db.$count(updates, eq(updates.roundId, roundId));
    expect(cited).toBe(accepted ? 1 : 0);
  });

  it("a draft that is saved or submitted while it is accepted stays as accepted", async () => {
    const { roundId, entryIds, drafts } = await handedIn(1);
    const [entryId = 0] = entryIds;
    const form = await formOf(database.db, roundId, entryId, { progress: 80, textLo: "ຂຽນໃໝ່" });
    const settled = await Promise.allSettled([
      acceptDrafts(roles.manager, { roundId, drafts }),
      submitDraft(roles.focal, form),
      saveDraft(roles.officer, form),
    ]);
    expect(codesOf(settled)).toEqual(["DRAFT_NOT_WRITABLE", "DRAFT_NOT_WRITABLE", "done"]);
    expect(await draftOf(database.db, roundId, entryId)).toMatchObject({ state: "accepted", progress: 70 });
    expect(await stored(entryId)).toMatchObject({ progress: 70 });
  });

  it("a head cannot accept a draft that was returned and rewritten since they saw it", async () => {
    const { roundId, entryIds, drafts } = await handedIn(1);
    const [entryId = 0] = entryIds;
    await returnDrafts(roles.admin, { roundId, drafts, remark: "Once more" });
    await submit(roundId, entryId, { progress: 90 });
    await expect(acceptDrafts(roles.manager, { roundId, drafts })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

it("an edit of titles does not prevent the acceptance of waiting drafts, and the sequence of versions stays complete", async () => {
  const { roundId, entryIds, drafts } = await handedIn(1);
  const [entryId = 0] = entryIds;
  const edit = { titleEn: "Another title", originalLocale: "en", kind: "study", counted: "no", proponentStateId: "" };
  await editActivity(roles.officer, { ...edit, entryId, version: 1, activityVersion: 1 } as never);
  await acceptDrafts(roles.manager, { roundId, drafts });
  const versions = await database.db
    .select({ version: entryVersions.version, change: entryVersions.change })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entryId)))
    .orderBy(entryVersions.id);
  expect(versions.map(({ change }) => change)).toEqual(["entry.update", "round.accept"]);
});
