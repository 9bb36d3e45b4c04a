import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisions, meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import type { ReportTable } from "@/domain/report-model";
import { columnOf, openTestRegister, type TestRegister, tableOf } from "@/features/reports/read/testing-register";
import { renderReportHere } from "@/features/reports/render/render-here";
import { catalogue } from "@/i18n/catalogue";
import { addEntry } from "@/server/testing-entries";
import { followUpAddress } from "./address";
import { decisionFollowUp } from "./document";

let register: TestRegister;
beforeAll(async () => {
  register = await openTestRegister();
  const { db } = register;
  const [meeting] = await db.select().from(meetings).where(eq(meetings.code, "JWG-2023"));
  const add = async (title: string, proponent: string, stage: "draft" | "deferred" | "considered") => {
    const entryId = await addEntry(db, { year: 2024, titleEn: title, proponent, stage });
    const decided = { meetingId: meeting?.id ?? 0, entryId, verbPrinted: "asked to revise", appliedAt: new Date() };
    return { entryId, decided };
  };
  const late = await add("Late revision", "LA", "draft");
  const open = await add("Open revision", "TH", "draft");
  const resubmitted = await add("Resubmitted", "LA", "considered");
  const deferred = await add("Deferred forum", "VN", "deferred");
  const corrected = await add("Corrected", "LA", "draft");
  const pending = await add("Pending", "LA", "draft");
  await db.insert(decisions).values([
    { ...late.decided, outcome: "returned", textEn: "Add a budget", agendaNo: "4.2" },
    { ...open.decided, outcome: "returned" },
    { ...resubmitted.decided, outcome: "returned" },
    { ...deferred.decided, outcome: "deferred" },
    { ...pending.decided, outcome: "returned", appliedAt: null },
  ]);
  const [wrong] = await db
    .insert(decisions)
    .values({ ...corrected.decided, outcome: "returned" })
    .returning();
  await db.insert(decisions).values({ ...corrected.decided, outcome: "noted", correctsId: wrong?.id });
  await db.insert(milestones).values({
    entryId: late.entryId,
    titleEn: "Revision",
    anchor: "day",
    fixedOn: "2023-10-01",
    dueOn: "2023-10-01",
  });
});
afterAll(() => register.drop());

const asked = (address: string) => followUpAddress.read(new URLSearchParams(address));
const tableFor = async (role: Parameters<TestRegister["as"]>[0], address: string, state?: string) =>
  tableOf((await decisionFollowUp.build(await register.as(role, state), asked(address))).model, "followUp");
const { followUp } = catalogue.en.reports;
/** Titles without those of the sample entries. */
const titlesOf = (table: ReportTable) =>
  columnOf({ ...table, rows: table.rows.filter((row) => !row.isSample) }, "title");

describe("follow-up of decisions", () => {
  test("lists returned and deferred proposals with proponent, deadline and progress", async () => {
    const all = await tableFor("officer", "period=CYCLE-2023&lang=en");
    expect(all.rows.some((row) => row.isSample)).toBe(true);
    const table = { ...all, rows: all.rows.filter((row) => !row.isSample) };
    expect(titlesOf(table)).toEqual(["Late revision", "Open revision", "Resubmitted", "Deferred forum"]);
    const { late, open, done } = followUp.state;
    expect(columnOf(table, "state")).toEqual([late, open, done, open]);
    expect(columnOf(table, "of")).toEqual(["Lao PDR", "Thailand", "Lao PDR", "Viet Nam"]);
    expect(columnOf(table, "due").slice(0, 2)).toEqual(['{"day":"2023-10-01"}', followUp.noDue]);
    expect(columnOf(table, "decision")[0]).toBe("asked to revise\nAdd a budget");
    expect(columnOf(table, "meeting")[0]).toBe("JWG-2023\nAgenda item 4.2");
  });

  test("leaves out followed-up decisions on request", async () => {
    const table = await tableFor("officer", "period=CYCLE-2023&lang=en&open=1");
    expect(titlesOf(table)).toEqual(["Late revision", "Open revision", "Deferred forum"]);
  });

  test("shows a focal point its own entries only, and a viewer no drafts", async () => {
    expect(titlesOf(await tableFor("focal", "period=CYCLE-2023&lang=en", "TH"))).toEqual(["Open revision"]);
    expect(titlesOf(await tableFor("viewer", "period=CYCLE-2023&lang=en"))).toEqual(["Resubmitted", "Deferred forum"]);
  });

  test("states that there are no decisions; an unknown period is not found", async () => {
    const context = await register.as("viewer");
    expect((await tableFor("viewer", "period=CYCLE-2021&lang=en")).rows).toEqual([]);
    await expect(decisionFollowUp.build(context, asked("period=CYCLE-1900"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(decisionFollowUp.export(context, asked(""))).resolves.toMatchObject({
      chosen: { period: "CYCLE-2026" },
    });
  });

  test("renders in every format, also in Lao", async () => {
    const { model } = await decisionFollowUp.export(await register.as("manager"), asked("period=CYCLE-2023&lang=lo"));
    expect(model.title.text).toBe(catalogue.lo.reports.kind.decision_follow_up);
    expect(new TextDecoder().decode(await renderReportHere(model, "csv"))).toContain(
      catalogue.lo.reports.followUp.state.late,
    );
    for (const format of ["docx", "xlsx"] as const)
      expect((await renderReportHere(model, format)).byteLength).toBeGreaterThan(2000);
  });
});
