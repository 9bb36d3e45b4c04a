import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appendEntryVersion, effectiveAt } from "@/db/entry-versions";
import { partners } from "@/db/schema/bodies";
import { entryParties } from "@/db/schema/entry-parts";
import { planEntries } from "@/db/schema/plan-entries";
import { updates } from "@/db/schema/updates";
import { isTextCell, plainText } from "@/domain/report-model";
import {
  allText,
  columnOf,
  openTestRegister,
  type TestRegister,
  tableOf,
} from "@/features/reports/read/testing-register";
import { renderReportHere } from "@/features/reports/render/render-here";
import { catalogue } from "@/i18n/catalogue";
import { lookBack } from "@/server/past/as-of";
import { addEntry, addOngoing } from "@/server/testing-entries";
import { talkingPointsAddress } from "./address";
import { talkingPoints } from "./document";

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  const { db } = register;
  const ids = [
    await addOngoing(db, {
      year: 2022,
      proponent: "LA",
      titleEn: "Training with Japan",
      status: "completed",
      progress: 100,
    }),
    await addOngoing(db, { year: 2022, proponent: "TH", titleEn: "Workshop with Japan" }),
    await addOngoing(db, { year: 2026, proponent: "TH", titleEn: "Centre with Japan", participants: ["LA"] }),
    await addEntry(db, { year: 2026, proponent: "LA", titleEn: "Draft with Japan" }),
    await addOngoing(db, { year: 2026, proponent: "LA", titleEn: "Secret with Japan", isConfidential: true }),
  ];
  for (const entryId of ids) {
    await db.insert(entryParties).values({ entryId, role: "funder", partnerId: await idOf("JP") });
  }
});
afterAll(() => register.drop());

async function idOf(code: string): Promise<number> {
  const [row] = await register.db.select({ id: partners.id }).from(partners).where(eq(partners.code, code));
  return row?.id ?? 0;
}

type Person = Parameters<TestRegister["as"]>;
const asked = (search: string) => talkingPointsAddress.read(new URLSearchParams(search));
const reportOf = async (code: string, person: Person = ["officer"], search = "lang=en") =>
  (await talkingPoints.build(await register.as(...person), { id: await idOf(code), ...asked(search) })).model;

describe("talking points", () => {
  test("list the instruments with validity and source, those in force before those that have ended", async () => {
    const model = await reportOf("CN");
    const table = tableOf(model, "instruments");
    expect(columnOf(table, "validity")).toEqual([
      "validity not recorded",
      "2024–2029",
      `2007–2012\n${catalogue.en.partners.over}`,
    ]);
    expect(columnOf(table, "state")).toEqual(["In preparation", "Announced or welcomed", "Ended"]);
    expect(allText(model)).toContain("People’s Daily Online");
    expect(model.title.text).toBe("Talking points");
    expect(model.subtitle).toEqual([{ lang: "en", text: "China" }]);
  });

  test("separate past implementation from the coming plan, without drafts and confidential rows", async () => {
    const model = await reportOf("JP");
    const past = columnOf(tableOf(model, "past"), "title").join("\n");
    const present = columnOf(tableOf(model, "present"), "title").join("\n");
    expect(past).toContain("Training with Japan");
    expect(past).toContain("Continued support of the joint");
    expect(present).toContain("Centre with Japan");
    for (const person of [["officer"], ["admin"], ["focal", "LA"]] as Person[]) {
      const text = allText(await reportOf("JP", person));
      expect(text, person.join()).not.toContain("Draft with Japan");
      expect(text, person.join()).not.toContain("Secret with Japan");
    }
    expect(allText(model)).toContain("Drafts and confidential entries are left out.");
  });

  test("contain only what the reader may see, and say so", async () => {
    const laos = allText(await reportOf("JP", ["focal", "LA"]));
    expect(laos).toContain("Training with Japan");
    expect(laos).toContain("Centre with Japan");
    expect(laos).not.toContain("Workshop with Japan");
    expect(laos).toContain("Rows are those that the issuer may see");
    expect(allText(await reportOf("JP", ["viewer"]))).toContain("Workshop with Japan");
  });

  test("fit on one page: surplus rows are counted, long reports are cut between words", async () => {
    const { db } = register;
    const words = "The training of regulators on spectrum went on. ".repeat(20);
    for (let made = 0; made < 14; made += 1) {
      const entryId = await addOngoing(db, { year: 2022, proponent: "VN", titleEn: words.slice(0, 120 + made) });
      await db.insert(entryParties).values({ entryId, role: "funder", partnerId: await idOf("RU") });
      await db.insert(updates).values({
        entryId,
        authorName: "Test",
        reportedOn: "2022-05-01",
        textEn: words,
        issues: words,
        decisionSought: words,
        status: "ongoing",
        schedule: "on_track",
      });
    }
    const model = await reportOf("RU");
    const past = tableOf(model, "past");
    const text = allText(model);
    expect(model.isOnePage).toBe(true);
    expect(past.rows.length).toBeGreaterThan(1);
    expect(past.rows.length).toBeLessThan(12);
    expect(text).toContain("No instrument is recorded.");
    expect(text).toContain(`${14 - past.rows.length} more activities are in the register.`);
    expect(text).toMatch(/\d+ more points are in the register\./);
    for (const said of columnOf(past, "said")) expect(said).toMatch(/ (?:training|of|regulators|on|spectrum|went)…$/);
    const cells = past.rows.flatMap((row) => row.cells.map((cell) => (isTextCell(cell) ? plainText(cell) : "")));
    expect(cells.join("").length).toBeLessThan(2_500);
  });

  test("list the decisions sought by the newest report of ongoing entries, and none of completed ones", async () => {
    const { db } = register;
    const report = { authorName: "Test", status: "ongoing", schedule: "on_track" } as const;
    const [running, done] = [
      await addOngoing(db, { year: 2026, proponent: "VN" }),
      await addOngoing(db, { year: 2022, proponent: "VN", status: "completed", progress: 100 }),
    ];
    await db.insert(updates).values([
      { ...report, entryId: running, reportedOn: "2026-01-05", decisionSought: "An old request" },
      { ...report, entryId: running, reportedOn: "2026-02-05", decisionSought: "A new request" },
      {
        ...report,
        entryId: done,
        reportedOn: "2022-05-01",
        issues: "An old issue",
        decisionSought: "A settled request",
      },
    ]);
    for (const entryId of [running, done]) {
      await db.insert(entryParties).values({ entryId, role: "funder", partnerId: await idOf("IN") });
    }
    const text = allText(await reportOf("IN"));
    expect(text).toContain("A new request");
    for (const old of ["An old request", "An old issue", "A settled request"]) expect(text).not.toContain(old);
  });

  test("of a past day leave out entries that have become confidential since", async () => {
    const { db } = register;
    const entryId = await addOngoing(db, { year: 2022, proponent: "VN", titleEn: "Hidden since" });
    await db.insert(entryParties).values({ entryId, role: "funder", partnerId: await idOf("KR") });
    const note = { change: "test", recordedAt: new Date(), recordedBy: null, recordedByName: "Test" };
    await db.transaction((tx) => appendEntryVersion(tx, entryId, { ...note, effectiveAt: effectiveAt("2023-01-10") }));
    const then = await lookBack(await register.as("officer"), { day: "2024-03-31", meeting: null });
    const ask = async () =>
      allText((await talkingPoints.build(then, { id: await idOf("KR"), ...asked("lang=en") })).model);
    expect(await ask()).toContain("Hidden since");
    await db.update(planEntries).set({ isConfidential: true }).where(eq(planEntries.id, entryId));
    expect(await ask()).not.toContain("Hidden since");
  });

  test("mark translations in Lao, and render as Word, Excel and CSV", async () => {
    const { model } = await talkingPoints.export(await register.as("manager"), {
      id: await idOf("CN"),
      ...asked("lang=lo"),
    });
    expect(model.subtitle).toEqual([{ lang: "lo", text: "ສປ ຈີນ" }]);
    expect(JSON.stringify(tableOf(model, "instruments"))).toContain("translation");
    const csv = new TextDecoder().decode(await renderReportHere(model, "csv"));
    expect(csv).toContain("2024–2029");
    for (const format of ["docx", "xlsx"] as const) {
      expect((await renderReportHere(model, format)).byteLength).toBeGreaterThan(2000);
    }
  });

  test("are not found for an unknown partner", async () => {
    const none = { id: 99_999_999, ...asked("lang=en") };
    await expect(talkingPoints.build(await register.as("viewer"), none)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
