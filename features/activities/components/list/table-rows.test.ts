import { describe, expect, it } from "vitest";
import type { ActivityRow } from "../../server/lib/select";
import { tableRows } from "./table-rows";

const bare: ActivityRow = {
  id: 7,
  version: 2,
  code: "23-04",
  titleEn: "Common form",
  titleLo: null,
  original: "en",
  isSample: false,
  plan: { id: 1, framework: "adgsom_atrc", periodEn: "2023", periodLo: null, partner: null },
  lead: null,
  stage: null,
  stageBody: null,
  status: null,
  schedule: null,
  scheduleReason: null,
  progress: null,
  updatedOn: null,
  startOn: null,
  endOn: null,
  budgetUsd: null,
  can: { progress: false, edit: false },
};

describe("a row in the reader's language", () => {
  it("leaves out unknown and false values", () => {
    expect(tableRows([bare], "en")).toEqual([{ id: 7, version: 2, code: "23-04", title: "Common form", plan: "2023" }]);
  });

  it("names the language of texts that are not in the reader's language", () => {
    expect(tableRows([bare], "lo")).toMatchObject([
      { title: { text: "Common form", other: "en" }, plan: { text: "2023", other: "en" } },
    ]);
  });

  it("marks a translated title only in the language into which it was translated", () => {
    const translated: ActivityRow = { ...bare, titleLo: "ແບບຟອມ" };
    expect(tableRows([translated], "lo")).toMatchObject([{ isTranslation: true }]);
    expect(tableRows([translated], "en")[0]).not.toHaveProperty("isTranslation");
  });

  it("distinguishes 0 from unknown, and formats days, percentages and amounts", () => {
    const known = { progress: 0, updatedOn: "2024-01-30", budgetUsd: "12500.00", can: { progress: true, edit: false } };
    expect(tableRows([{ ...bare, ...known }], "lo")).toMatchObject([
      {
        progress: 0,
        percent: "0%",
        updated: "30\u00a0ມັງກອນ\u00a02024",
        budget: "USD\u00a012.500",
        canChange: true,
      },
    ]);
  });

  it("contains the stage and the deciding body, which the browser labels", () => {
    const decided: ActivityRow = { ...bare, stage: "approved", stageBody: "ADGMIN" };
    expect(tableRows([decided], "en")).toMatchObject([{ stage: "approved", body: "ADGMIN" }]);
  });
});
