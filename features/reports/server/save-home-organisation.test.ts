import { desc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditLog } from "@/db/schema/audit-log";
import { countryProgress } from "@/features/reports/documents/country-progress/document";
import { countryProgressAddress } from "../documents/country-progress/address";
import { defaultHomeOrganisation } from "../home-organisation";
import { openTestRegister, type TestRegister } from "../read/testing-register";
import { getHomeOrganisation } from "./get-home-organisation";
import { recordExport } from "./record-export";
import { saveHomeOrganisation } from "./save-home-organisation";

let register: TestRegister;
beforeAll(async () => {
  register = await openTestRegister();
});
afterAll(() => register.drop());

const lastAudit = async () => (await register.db.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1))[0];

test("the home organisation is Lao PDR's ministry until an administrator saves another", async () => {
  const context = await register.as("admin");
  expect(await getHomeOrganisation(context, {})).toMatchObject({ value: defaultHomeOrganisation, version: 0 });
  const thai = { ...defaultHomeOrganisation, stateCode: "TH", ministryEn: "Ministry of the test" };
  expect(await saveHomeOrganisation(context, { ...thai, version: 0 })).toEqual({ version: 1 });
  expect(await lastAudit()).toMatchObject({
    action: "report.saveHomeOrganisation",
    subject: "settings",
    before: { stateCode: "LA" },
    after: { stateCode: "TH", ministryEn: "Ministry of the test", key: "home_organisation" },
  });
  const asked = (address: string) => countryProgressAddress.read(new URLSearchParams(address));
  const own = await countryProgress.build(context, asked("period=CYCLE-2023&lang=en"));
  expect(own.chosen.state).toBe("TH");
  expect(own.model.header?.ministry.text).toBe("Ministry of the test");
  expect((await countryProgress.build(context, asked("state=LA&period=CYCLE-2023"))).model.header).toBeNull();
});

test("the second of two saves is a conflict that shows the first one's fields; nothing is written", async () => {
  const context = await register.as("admin");
  const { value, version } = await getHomeOrganisation(context, {});
  await saveHomeOrganisation(context, { ...value, placeEn: "Here", version });
  await expect(saveHomeOrganisation(context, { ...value, placeEn: "There", version })).rejects.toMatchObject({
    code: "CONFLICT",
    current: { placeEn: "Here", version: String(version + 1) },
  });
  expect((await getHomeOrganisation(context, {})).value.placeEn).toBe("Here");
});

test("saving without a change writes nothing", async () => {
  const context = await register.as("admin");
  const { value, version } = await getHomeOrganisation(context, {});
  const before = await lastAudit();
  expect(await saveHomeOrganisation(context, { ...value, version })).toEqual({ version });
  expect(await lastAudit()).toEqual(before);
});

test("an invalid field is refused by name", async () => {
  const context = await register.as("admin");
  const { value, version } = await getHomeOrganisation(context, {});
  const bad = { ...value, version, stateCode: "XX", laoFont: "Comic" as never };
  await expect(saveHomeOrganisation(context, bad)).rejects.toMatchObject({
    code: "INVALID_INPUT",
    fields: [{ field: "laoFont", code: "UNKNOWN_CHOICE" }],
  });
  await expect(saveHomeOrganisation(context, { ...value, version, stateCode: "XX" })).rejects.toMatchObject({
    fields: [{ field: "stateCode", code: "UNKNOWN_CHOICE" }],
  });
});

test.each(["manager", "officer", "viewer"] as const)("a %s may read it but not change it", async (role) => {
  const context = await register.as(role);
  const { value, version, can } = await getHomeOrganisation(context, {});
  expect(can.update).toBe(false);
  await expect(saveHomeOrganisation(context, { ...value, version })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("an export adds one audit row with the person and the content", async () => {
  const context = await register.as("focal", "LA");
  const taken = {
    report: "country_progress" as const,
    format: "docx" as const,
    language: "lo" as const,
    filters: { state: "LA" },
    rows: 4,
    bytes: 20_000,
  };
  await recordExport(context, taken);
  expect(await lastAudit()).toMatchObject({
    action: "report.export",
    actorId: context.actor.userId,
    subject: "exports",
    after: taken,
  });
});
