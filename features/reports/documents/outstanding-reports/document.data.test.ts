import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entryStates } from "@/db/schema/entry-parts";
import { statesAddress } from "@/features/plans/address";
import { listStateShares } from "@/features/plans/server/list-state-shares";
import {
  allText,
  columnOf,
  openTestRegister,
  type TestRegister,
  tableOf,
} from "@/features/reports/read/testing-register";
import { renderReportHere } from "@/features/reports/render/render-here";
import { addOngoing, planOf } from "@/server/testing-entries";
import { outstandingReportsAddress } from "./address";
import { outstandingReports } from "./document";

let register: TestRegister;
let plan: number;
let theirs: number;

beforeAll(async () => {
  register = await openTestRegister();
  plan = await planOf(register.db, 2022);
  const year = 2022;
  await addOngoing(register.db, { year, proponent: "LA", participants: ["TH"], lastReportedOn: "2021-09-01" });
  theirs = await addOngoing(register.db, {
    year,
    proponent: "TH",
    participants: ["LA", "VN"],
    lastReportedOn: "2021-09-01",
  });
  await addOngoing(register.db, {
    year,
    proponent: "VN",
    isConfidential: true,
    titleEn: "Behind doors",
    lastReportedOn: "2021-06-01",
  });
  await register.db.update(entryStates).set({ lastReportedOn: "2021-05-01" });
});
afterAll(() => register.drop());

type Person = Parameters<TestRegister["as"]>;
const asked = (address: string) => ({ id: plan, ...outstandingReportsAddress.read(new URLSearchParams(address)) });
const reportOf = async (person: Person, address = "lang=en") =>
  (await outstandingReports.build(await register.as(...person), asked(address))).model;

describe("the outstanding reports", () => {
  test("lists each share with an outstanding report, by state in protocol order, the longest wait first", async () => {
    const table = tableOf(await reportOf(["officer"]), "chase");
    const states = columnOf(table, "state");
    const inOrder = ["Lao PDR", "Thailand", "Viet Nam"].flatMap((name) => states.filter((state) => state === name));
    expect(states.filter((state) => inOrder.includes(state))).toEqual(inOrder);
    const days = columnOf(table, "days").map(Number);
    const ofLaos = days.filter((_, at) => states[at] === "Lao PDR");
    expect(ofLaos).toEqual([...ofLaos].sort((a, b) => b - a));
    expect(Math.min(...days)).toBeGreaterThan(90);
    expect(columnOf(table, "since")).toContain('{"day":"2021-05-01"}');
  });

  test("has as many rows as the count on the page of states, for every reader", async () => {
    for (const person of [
      ["admin"],
      ["officer"],
      ["viewer"],
      ["focal", "LA"],
      ["focal", "TH"],
      ["focal", "MY"],
    ] as Person[]) {
      const { states } = await listStateShares(await register.as(...person), {
        planId: plan,
        query: statesAddress.read(new URLSearchParams()),
      });
      const rows = tableOf(await reportOf(person), "chase").rows.length;
      expect(rows, person.join(" ")).toBe(states.reduce((sum, { silent }) => sum + silent, 0));
    }
  });

  test("shows a focal point its own entries and shares, and confidential entries only to the desk", async () => {
    const laos = await reportOf(["focal", "LA"]);
    const table = tableOf(laos, "chase");
    const [states, roles] = [columnOf(table, "state"), columnOf(table, "role")];
    expect(states).toContain("Thailand");
    // Thailand leads an entry in which Lao PDR only participates: a Lao focal point may not see
    // that this share is silent.
    expect(states.some((state, at) => state === "Thailand" && roles[at] === "Lead")).toBe(false);
    expect(states).not.toContain("Viet Nam");
    expect(allText(laos)).toContain("Only shares that the issuer may read");
    expect(allText(laos)).not.toContain("Behind doors");
    expect(allText(await reportOf(["officer"]))).toContain("Behind doors");
    expect(theirs).toBeGreaterThan(0);
  });

  test("can be filtered by state, in both languages; unknown values are not found", async () => {
    for (const lang of ["en", "lo"]) {
      const states = new Set(columnOf(tableOf(await reportOf(["officer"], `state=TH&lang=${lang}`), "chase"), "state"));
      expect(states.size).toBe(1);
    }
    await expect(reportOf(["officer"], "state=XX")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const none = { ...asked("lang=en"), id: 99_999_999 };
    await expect(outstandingReports.build(await register.as("officer"), none)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("renders as Word, Excel and CSV with the same rows", async () => {
    const { model } = await outstandingReports.export(await register.as("officer"), asked("lang=en&state=TH"));
    const csv = new TextDecoder().decode(await renderReportHere(model, "csv"));
    expect(csv).toContain("Waited for since");
    expect(
      csv
        .trim()
        .split("\r\n")
        .filter((line) => line.includes("Thailand")).length,
    ).toBeGreaterThanOrEqual(tableOf(model, "chase").rows.length);
    for (const format of ["docx", "xlsx"] as const) {
      expect((await renderReportHere(model, format)).byteLength).toBeGreaterThan(2000);
    }
  });
});
