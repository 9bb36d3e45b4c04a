import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportFormats } from "@/domain/report-model";
import { confidentialityLabels, defaultSections, progressSections } from "./report-options";
import {
  matrixExportHref,
  type ProgressQuery,
  progressExportHref,
  readFormat,
  readMatrixQuery,
  readProgressQuery,
  unreadableMatrixExport,
  unreadableMatrixParams,
  unreadableProgressExport,
  unreadableProgressParams,
} from "./report-query";

const params = (address: string) => new URLSearchParams(address);

describe("reading an address", () => {
  test("what is not said has its default", () => {
    expect(readMatrixQuery(params(""))).toEqual({ plan: null, lang: null, label: "internal" });
    expect(readProgressQuery(params(""))).toEqual({
      ...{ state: null, period: null, meeting: null, lang: null, label: "internal" },
      sections: defaultSections,
    });
  });

  test("a form's empty choice is no choice, but a form without any part switched on has none", () => {
    expect(readProgressQuery(params("meeting=&state=LA&sections="))).toMatchObject({
      ...{ meeting: null, state: "LA", sections: [] },
    });
  });

  test("parts come in their own order, whatever the order of the boxes, and once", () => {
    const { sections } = readProgressQuery(params("sections=&sections=decisions&sections=summary&sections=summary"));
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
  ])("the matrix cannot read of %s: %j", (address, names) => {
    expect(unreadableMatrixParams(params(address))).toEqual(names);
  });

  test.each([
    ["state=LA&period=CYCLE-2023&meeting=none&sections=summary,progress", []],
    ["state=la", ["state"]],
    ["state=LAO", ["state"]],
    ["period=2023", ["period"]],
    ["meeting=%00", ["meeting"]],
    ["sections=summary,unknown", ["sections"]],
    ["plan=3", ["plan"]],
  ])("the country progress report cannot read of %s: %j", (address, names) => {
    expect(unreadableProgressParams(params(address))).toEqual(names);
  });

  test("a download names exactly one of the formats", () => {
    expect(unreadableMatrixExport(params("plan=3&format=xlsx"))).toEqual([]);
    expect(unreadableMatrixExport(params("plan=3"))).toEqual(["format"]);
    expect(unreadableProgressExport(params("format=pdf"))).toEqual(["format"]);
    expect(unreadableProgressExport(params("format=docx&format=csv&state=x"))).toEqual(["format", "state"]);
    expect(readFormat(params("format=csv"))).toBe("csv");
    expect(readFormat(params("format=CSV"))).toBeNull();
  });
});

describe("writing an address", () => {
  const code = fc.constantFrom("CYCLE-2023", "ADGSOM-4", "none", null);
  const label = fc.constantFrom(...confidentialityLabels);
  const lang = fc.constantFrom("en" as const, "lo" as const, null);
  const format = fc.constantFrom(...reportFormats);

  test("what was chosen comes back, and the download can read its own address", () => {
    const query: fc.Arbitrary<ProgressQuery> = fc.record({
      ...{ period: code, meeting: code, label, lang },
      state: fc.constantFrom("LA", "TH", null),
      sections: fc.subarray([...progressSections]),
    });
    fc.assert(
      fc.property(query, format, (chosen, kind) => {
        const address = new URL(progressExportHref(chosen, kind), "http://x");
        expect(unreadableProgressExport(address.searchParams)).toEqual([]);
        expect(readProgressQuery(address.searchParams)).toEqual(chosen);
        expect(readFormat(address.searchParams)).toBe(kind);
      }),
    );
  });

  test("of the matrix too", () => {
    fc.assert(
      fc.property(
        fc.record({ plan: fc.constantFrom("3", "CYCLE-2023", null), label, lang }),
        format,
        (chosen, kind) => {
          const address = new URL(matrixExportHref(chosen, kind), "http://x");
          expect(unreadableMatrixExport(address.searchParams)).toEqual([]);
          expect(readMatrixQuery(address.searchParams)).toEqual(chosen);
        },
      ),
    );
  });
});
