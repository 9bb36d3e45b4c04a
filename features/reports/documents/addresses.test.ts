import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportOf } from "@/address/export-of";
import { reportFormats } from "@/domain/report-model";
import { confidentialityLabels, defaultSections, progressSections } from "../report-options";
import { countryProgressAddress, type ProgressQuery } from "./country-progress/address";
import { workPlanAddress } from "./work-plan/address";

const countryProgressExport = exportOf(countryProgressAddress, reportFormats);
const workPlanExport = exportOf(workPlanAddress, reportFormats);

const params = (address: string) => new URLSearchParams(address);

describe("reading an address", () => {
  test("a missing parameter has its default", () => {
    expect(workPlanAddress.read(params(""))).toEqual({ plan: null, lang: null, label: "internal" });
    expect(countryProgressAddress.read(params(""))).toEqual({
      state: null,
      period: null,
      meeting: null,
      lang: null,
      label: "internal",
      sections: defaultSections,
    });
  });

  test("an empty choice is read as no choice; a form with every part off has no parts", () => {
    expect(countryProgressAddress.read(params("meeting=&state=LA&sections="))).toMatchObject({
      meeting: null,
      state: "LA",
      sections: [],
    });
  });

  test("parts are listed once and in the fixed order, whatever the order in the address", () => {
    const { sections } = countryProgressAddress.read(
      params("sections=&sections=decisions&sections=summary&sections=summary"),
    );
    expect(sections).toEqual(["summary", "decisions"]);
  });

  test.each([
    ["plan=3", []],
    ["plan=CYCLE-2023&lang=lo&label=confidential", []],
    ["plan=0", ["plan"]],
    ["plan=-1", ["plan"]],
    ["plan=1;drop", ["plan"]],
    ["lang=fr", ["lang"]],
    ["lang=en&lang=lo", ["lang"]],
    ["label=secret", ["label"]],
    ["page=2", ["page"]],
    ["toString=1", ["toString"]],
    ["format=docx", ["format"]],
  ])("the matrix refuses in %s: %j", (address, names) => {
    expect(workPlanAddress.unreadable(params(address))).toEqual(names);
  });

  test.each([
    ["state=LA&period=CYCLE-2023&meeting=none&sections=summary,progress", []],
    ["state=la", ["state"]],
    ["state=LAO", ["state"]],
    ["period=2023", []],
    ["period=%2F", ["period"]],
    ["meeting=%00", ["meeting"]],
    ["sections=summary,unknown", ["sections"]],
    ["plan=3", ["plan"]],
  ])("the country progress report refuses in %s: %j", (address, names) => {
    expect(countryProgressAddress.unreadable(params(address))).toEqual(names);
  });

  test("a download requires exactly one valid format", () => {
    expect(workPlanExport.unreadable(params("plan=3&format=xlsx"))).toEqual([]);
    expect(workPlanExport.unreadable(params("plan=3"))).toEqual(["format"]);
    expect(countryProgressExport.unreadable(params("format=pdf"))).toEqual(["format"]);
    expect(countryProgressExport.unreadable(params("format=docx&format=csv&state=x"))).toEqual(["format", "state"]);
    expect(workPlanExport.read(params("format=csv")).format).toBe("csv");
    expect(workPlanExport.read(params("format=CSV")).format).toBeNull();
  });
});

describe("writing an address", () => {
  const code = fc.constantFrom("CYCLE-2023", "ADGSOM-4", "none", null);
  const label = fc.constantFrom(...confidentialityLabels);
  const lang = fc.constantFrom("en" as const, "lo" as const, null);
  const format = fc.constantFrom(...reportFormats);

  test("choices are read back unchanged, and the download reads its own address", () => {
    const query: fc.Arbitrary<ProgressQuery> = fc.record({
      period: code,
      meeting: code,
      label,
      lang,
      state: fc.constantFrom("LA", "TH", null),
      sections: fc.subarray([...progressSections]),
    });
    fc.assert(
      fc.property(query, format, (chosen, kind) => {
        const address = new URL(countryProgressExport.href({ ...chosen, format: kind }), "http://x");
        expect(countryProgressExport.unreadable(address.searchParams)).toEqual([]);
        expect(countryProgressAddress.read(address.searchParams)).toEqual(chosen);
        expect(countryProgressExport.read(address.searchParams)).toEqual({ ...chosen, format: kind });
      }),
    );
  });

  test("the same for the matrix", () => {
    fc.assert(
      fc.property(
        fc.record({ plan: fc.constantFrom("3", "CYCLE-2023", null), label, lang }),
        format,
        (chosen, kind) => {
          const address = new URL(workPlanExport.href({ ...chosen, format: kind }), "http://x");
          expect(workPlanExport.unreadable(address.searchParams)).toEqual([]);
          expect(workPlanAddress.read(address.searchParams)).toEqual(chosen);
        },
      ),
    );
  });
});
