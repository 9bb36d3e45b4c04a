import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { workPlans } from "@/db/schema/work-plans";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";
import { contextOf, countAudit, everyRole } from "@/server/testing";
import { addOngoing } from "@/server/testing-entries";
import { actionsOf, draftOf, formOf, newRound, seen } from "../testing";
import { getDraft } from "./get-draft";
import { getRound } from "./get-round";
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

describe("writing a draft", () => {
  it("saves an unfinished draft, with one audit row for the first save, and does not change the register", async () => {
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId]);
    const { id } = await draftOf(database.db, roundId, entryId);
    const contradictory = { status: "not_started", schedule: "delayed", progress: 70, textLo: "ຂຽນໄປແລ້ວ" };
    const first = await saveDraft(roles.focal, await formOf(database.db, roundId, entryId, contradictory));
    expect(first).toEqual({ roundId, version: 2 });
    await saveDraft(roles.focal, await formOf(database.db, roundId, entryId, { textLo: "ຂຽນໄປແລ້ວ ແລະ ຂຽນຕໍ່" }));
    expect(await draftOf(database.db, roundId, entryId)).toMatchObject({
      state: "writing",
      version: 3,
      textLo: "ຂຽນໄປແລ້ວ ແລະ ຂຽນຕໍ່",
      authorName: roles.focal.actor.name,
    });
    expect(await actionsOf(database.db, "round_drafts", id)).toEqual(["round.write"]);
    const [entry] = await database.db.select().from(planEntries).where(eq(planEntries.id, entryId));
    expect(entry).toMatchObject({ version: 1, status: "ongoing", progress: 40 });
    expect(await database.db.$count(updates, eq(updates.entryId, entryId))).toBe(0);
  });

  it("without a change has no effect", async () => {
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId]);
    await saveDraft(roles.focal, await formOf(database.db, roundId, entryId, { textEn: "Said" }));
    const again = await saveDraft(roles.focal, await formOf(database.db, roundId, entryId));
    expect(again.version).toBe(2);
  });

  it("over a version saved by somebody else is refused and shows that version", async () => {
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId]);
    const mine = await formOf(database.db, roundId, entryId, { textEn: "Mine" });
    await saveDraft(roles.officer, await formOf(database.db, roundId, entryId, { textEn: "Theirs" }));
    for (const command of [saveDraft, submitDraft])
      await expect(command(roles.focal, mine)).rejects.toMatchObject({
        code: "CONFLICT",
        current: { textEn: "Theirs", version: "2" },
      });
  });

  it("is allowed only to its reporter: other states do not find it, viewers are refused, and nothing is written", async () => {
    const entryId = await addOngoing(database.db, { proponent: "LA", participants: ["TH"] });
    const { roundId } = await newRound(roles.manager, [entryId]);
    const form = await formOf(database.db, roundId, entryId, { textEn: "Theirs" });
    const rows = await countAudit(database.db);
    for (const command of [saveDraft, submitDraft]) {
      await expect(command(thai, form)).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(command(roles.viewer, form)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(getDraft(thai, { roundId, draftId: form.draftId as number })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getRound(roles.viewer, { roundId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await getRound(thai, { roundId })).drafts).toEqual([]);
    expect(await countAudit(database.db)).toBe(rows);
  });

  it("is no longer possible for a state whose entry becomes confidential or changes its owner", async () => {
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId]);
    const form = await formOf(database.db, roundId, entryId, { textEn: "Too late" });
    await database.db.update(planEntries).set({ isConfidential: true }).where(eq(planEntries.id, entryId));
    await expect(saveDraft(roles.focal, form)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getRound(roles.focal, { roundId })).drafts).toEqual([]);
    expect((await getRound(roles.officer, { roundId })).drafts).toHaveLength(1);
  });
});

describe("submitting a draft", () => {
  it("requires what an update requires, and reports errors at the field", async () => {
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId]);
    const submit = async (values: object) =>
      submitDraft(roles.focal, await formOf(database.db, roundId, entryId, values));
    const refused = (field: string, code: string) => ({ fields: [expect.objectContaining({ field, code })] });
    await expect(submit({ status: "" })).rejects.toMatchObject(refused("status", "REQUIRED"));
    await expect(submit({ schedule: "delayed" })).rejects.toMatchObject(refused("scheduleReason", "REASON_REQUIRED"));
    await expect(submit({ status: "not_started", progress: 10 })).rejects.toMatchObject(
      refused("progress", "PROGRESS_STATUS_MISMATCH"),
    );
    await expect(submit({ status: "completed", progress: 100 })).rejects.toMatchObject(
      refused("status", "REPORT_EVIDENCE_NEEDED"),
    );
    expect(await draftOf(database.db, roundId, entryId)).toMatchObject({ state: "pending", version: 1 });
    await submit({ progress: 60 });
    const draft = await draftOf(database.db, roundId, entryId);
    expect(draft).toMatchObject({ state: "submitted", progress: 60 });
    expect(draft.submittedAt).toBeInstanceOf(Date);
    expect(await actionsOf(database.db, "round_drafts", draft.id)).toEqual(["round.submit"]);
  });

  it("is refused if the entry accepts no updates any more; the saved text stays", async () => {
    const [closed, deferred] = [await ours(), await ours()];
    const { roundId } = await newRound(roles.manager, [deferred]);
    const other = await newRound(roles.manager, [closed]);
    await database.db
      .update(planEntries)
      .set({ stage: "deferred", status: null, schedule: null })
      .where(eq(planEntries.id, deferred));
    await database.db.update(workPlans).set({ state: "closed" }).where(eq(workPlans.id, other.planId));
    const submit = async (id: number, entryId: number) =>
      submitDraft(roles.focal, await formOf(database.db, id, entryId, { progress: 60 }));
    await expect(submit(roundId, deferred)).rejects.toMatchObject({ code: "STATUS_NEEDS_APPROVAL" });
    await expect(submit(other.roundId, closed)).rejects.toMatchObject({ code: "PLAN_CLOSED" });
    for (const [id, entryId] of [
      [roundId, deferred],
      [other.roundId, closed],
    ] as const) {
      await saveDraft(roles.focal, await formOf(database.db, id, entryId, { textEn: "Kept" }));
      expect(await draftOf(database.db, id, entryId)).toMatchObject({ state: "writing", textEn: "Kept" });
    }
  });

  it("locks it until a head returns it with a remark, which is shown above it", async () => {
    const entryId = await ours();
    const { roundId } = await newRound(roles.manager, [entryId]);
    await submitDraft(roles.focal, await formOf(database.db, roundId, entryId));
    await expect(saveDraft(roles.focal, await formOf(database.db, roundId, entryId))).rejects.toMatchObject({
      code: "DRAFT_NOT_WRITABLE",
    });
    const draft = await draftOf(database.db, roundId, entryId);
    const returning = { roundId, drafts: seen(draft), remark: "ຂໍຕົວເລກດ້ວຍ" };
    for (const [role, context] of [
      ["officer", roles.officer],
      ["focal", roles.focal],
      ["viewer", roles.viewer],
    ] as const)
      await expect(returnDrafts(context, returning), role).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(returnDrafts(roles.manager, { ...returning, remark: " " })).rejects.toMatchObject({
      fields: [{ field: "remark", code: "REQUIRED" }],
    });
    expect(await returnDrafts(roles.manager, returning)).toEqual({ returned: 1 });
    await expect(returnDrafts(roles.admin, returning)).rejects.toMatchObject({ code: "DRAFT_NOT_SUBMITTED" });
    expect(await actionsOf(database.db, "round_drafts", draft.id)).toEqual(["round.submit", "round.return"]);
    await saveDraft(roles.focal, await formOf(database.db, roundId, entryId, { textEn: "Twelve people" }));
    const page = await getDraft(roles.focal, { roundId, draftId: draft.id });
    expect(page.draft).toMatchObject({ state: "writing", remark: "ຂໍຕົວເລກດ້ວຍ" });
    expect(page.can).toEqual({ write: true, accept: false, return: false });
  });
});
