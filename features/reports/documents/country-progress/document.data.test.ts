import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activities } from "@/db/schema/activities";
import { planEntries } from "@/db/schema/plan-entries";
import { plainText } from "@/domain/report-model";
import {
  allText,
  columnOf,
  mentions,
  openTestRegister,
  type TestRegister,
  tableOf,
} from "@/features/reports/read/testing-register";
import { countryProgressAddress } from "./address";
import { countryProgress } from "./document";

let register: TestRegister;
beforeAll(async () => {
  register = await openTestRegister();
});
afterAll(() => register.drop());

const asked = (address: string) => countryProgressAddress.read(new URLSearchParams(address));

const warned = ({ warnings }: Awaited<ReturnType<(typeof countryProgress)["build"]>>["model"]) =>
  warnings.map((runs) => plainText(runs));

describe("the report of Lao PDR on 2023", () => {
  test("has the two activities of the ministry's article, its counts and the official head", async () => {
    const { model, chosen } = await countryProgress.build(
      await register.as("officer"),
      asked("state=LA&period=CYCLE-2023&lang=en"),
    );
    expect(chosen).toEqual({ state: "LA", period: "CYCLE-2023", meeting: "ADGSOM-4", isOwnState: true });
    expect(columnOf(tableOf(model, "progress"), "title")).toEqual([
      "23-01\nIdentifying policy options to improve investment attraction",
      "23-02\nStudy on digital identity in ASEAN",
    ]);
    // The numbers agree, so only what the maker should know of the rows and the meeting is named.
    expect(warned(model)).toEqual([
      expect.stringMatching(/^ADGSOM-4 was held already \(.*\)\. /),
      expect.stringMatching(/^Sample rows, 2023: /),
      "Not, or not known to be, of the official number, 2023: 23-03, 23-04",
      expect.stringMatching(/^Sample rows, 2024: /),
      "Not, or not known to be, of the official number, 2024: 23-02, 24-02, 24-03",
    ]);
    expect(JSON.stringify(model.blocks)).not.toContain("in the register");
    expect(model.header?.ministry.text).toBe("Ministry of Technology and Communications");
    expect(model.header?.number?.text).toBe("No. ........../ຕສ");
    expect(model.signature?.title.text).toBe("Head of the ASEAN Division");
    expect(model.issuer).toBe("Cabinet, ASEAN Division");
  });

  test("keeps the verb as printed and marks our translations", async () => {
    const context = await register.as("officer");
    const { model } = await countryProgress.build(context, asked("state=LA&period=CYCLE-2023&lang=en"));
    const summary = model.blocks.find((block) => block.kind === "paragraph");
    expect(summary && "runs" in summary && plainText(summary.runs)).toContain(
      "holds 13 approved activities, 2 of them of Lao PDR (ADGMIN-3; verb as printed: “ຮັບຮອງ”)",
    );
    expect(summary && "runs" in summary && summary.runs.find(({ text }) => text === "ຮັບຮອງ")?.lang).toBe("lo");
    const title = tableOf(model, "progress").rows[0]?.cells[1];
    expect(Array.isArray(title) && title.at(-1)).toMatchObject({ lang: "en", marks: ["translation"] });
    const lao = await countryProgress.build(context, asked("state=LA&period=CYCLE-2023&lang=lo"));
    const original = tableOf(lao.model, "progress").rows[0]?.cells[1];
    expect(Array.isArray(original) && original.at(-1)).toEqual({
      lang: "lo",
      text: "ການກຳນົດທາງເລືອກທາງດ້ານນະໂຍບາຍເພື່ອປັບປຸງການດຶງດູດການລົງທຶນ",
    });
  });

  test("lists the proposals for 2024, and marks the row outside the official fifteen", async () => {
    const { model } = await countryProgress.build(
      await register.as("officer"),
      asked("state=LA&period=CYCLE-2023&lang=en"),
    );
    const proposals = tableOf(model, "proposals");
    expect(columnOf(proposals, "title").map((title) => title.split("\n")[0])).toEqual(["23-02", "24-01"]);
    expect(columnOf(proposals, "stage")).toEqual(["Submitted\nNot in the official count", "Considered by JWG-2023"]);
    expect(columnOf(proposals, "priorities")[0]).toBe(
      "Annual priority (2024): Proposed\nPriority of the chair year (2024): Proposed",
    );
  });

  test("has the partner items only on request, and no part that is off", async () => {
    const context = await register.as("officer");
    const { model } = await countryProgress.build(context, asked("state=LA&period=CYCLE-2023&sections=partners"));
    expect(tableOf(model, "partners").rows).toHaveLength(8);
    expect(model.blocks.filter((block) => block.kind === "heading")).toHaveLength(1);
    expect(model).toMatchObject({ header: null, signature: null, distribution: null, notes: [] });
    const usual = await countryProgress.build(context, asked("state=LA&period=CYCLE-2023"));
    expect(() => tableOf(usual.model, "partners")).toThrow();
  });
});

describe("the report of another state", () => {
  test("carries no head, number, signature or issuer of the home organisation", async () => {
    const { model, chosen } = await countryProgress.build(
      await register.as("officer"),
      asked("state=TH&period=CYCLE-2023&lang=en"),
    );
    expect(chosen.isOwnState).toBe(false);
    expect(model).toMatchObject({ header: null, signature: null, distribution: null });
    expect(model.issuer).not.toContain("ASEAN Division");
    const table = tableOf(model, "progress");
    expect(table.rows.length).toBeGreaterThan(0);
    expect(table.rows.every((row) => row.isSample)).toBe(true);
    expect(model.samples?.rows).toBe(model.blocks.flatMap((b) => (b.kind === "table" ? b.table.rows : [])).length);
  });
});

describe("scope", () => {
  test("a focal point reports on its own state; other states are not found", async () => {
    const context = await register.as("focal", "TH");
    expect((await countryProgress.build(context, asked("period=CYCLE-2023"))).chosen.state).toBe("TH");
    await expect(countryProgress.build(context, asked("state=LA&period=CYCLE-2023"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(countryProgress.export(context, asked("state=LA"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(countryProgress.build(context, asked("state=XX"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("lists no row that the focal point may not open", async () => {
    const context = await register.as("focal", "LA");
    const { model } = await countryProgress.build(context, asked("period=CYCLE-2023&lang=en"));
    const hidden = await register.pool.query(
      `select a.code from plan_entries e join activities a on a.id = e.activity_id join work_plans w on w.id = e.work_plan_id
       join periods p on p.id = w.period_id where p.code in ('CYCLE-2023', 'CYCLE-2024') and not exists
       (select from entry_parties x join member_states s on s.id = x.member_state_id where x.entry_id = e.id and s.code = 'LA')
       and not exists (select from entry_states x join member_states s on s.id = x.member_state_id where x.entry_id = e.id and s.code = 'LA')`,
    );
    const own = new Set(["23-02", "24-01", "23-01"]);
    const codes = hidden.rows.map(({ code }) => String(code)).filter((code) => !own.has(code));
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => mentions(model, code))).toEqual([]);
    expect(warned(model).filter((text) => text.includes("differs"))).toEqual([]);
  });

  test("drafts and confidential entries are in no document and in no count", async () => {
    const [entry] = await register.db
      .select({ id: planEntries.id })
      .from(planEntries)
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .where(and(eq(activities.code, "23-01")));
    if (!entry) throw new Error("23-01 is missing");
    await register.db.update(planEntries).set({ isConfidential: true }).where(eq(planEntries.id, entry.id));
    for (const role of ["admin", "officer", "viewer"] as const) {
      const { model } = await countryProgress.build(
        await register.as(role),
        asked("state=LA&period=CYCLE-2023&lang=en"),
      );
      expect(mentions(model, "23-01")).toBe(false);
      expect(warned(model)).toContainEqual(expect.stringMatching(/13 official, 12 in the register; differs by 1$/));
    }
    await register.db.update(planEntries).set({ isConfidential: false }).where(eq(planEntries.id, entry.id));
  });

  test("an internal remark is in no report", async () => {
    await register.db.update(planEntries).set({ internalRemark: "canary-remark" });
    const { model } = await countryProgress.build(await register.as("officer"), asked("state=LA&period=CYCLE-2023"));
    expect(allText(model)).not.toContain("canary-remark");
  });
});

describe("unknown codes", () => {
  test.each(["period=CYCLE-1999", "period=CN-2023-2024", "meeting=ADGSOM-99"])("%s is not found", async (address) => {
    await expect(countryProgress.build(await register.as("officer"), asked(address))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("without a meeting the report names none; a missing next plan is stated", async () => {
    const { model, chosen } = await countryProgress.build(
      await register.as("officer"),
      asked("period=CYCLE-2026&meeting=none&lang=en"),
    );
    expect(chosen).toMatchObject({ state: "LA", meeting: "none" });
    expect(plainText(model.subtitle ?? [])).not.toContain("For the");
    expect(allText(model)).toContain("No work plan for the next cycle is in the register.");
  });
});
