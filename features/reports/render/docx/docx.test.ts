import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ReportModel } from "@/domain/report-model";
import { laoTitles } from "../testing-base";
import { matrixReport, matrixTable, reportWithTitles } from "../testing-matrix";
import { progressReport } from "../testing-progress";
import { renderDocx, stretchesOf } from "./docx";
import { gridWidths } from "./docx-table";

async function partsOf(model: ReportModel): Promise<Record<string, string>> {
  const files = unzipSync(await renderDocx(model));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const runsIn = (xml: string) => xml.match(/<w:r>.*?<\/w:r>|<w:r .*?<\/w:r>/gs) ?? [];
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map((match) => match[1])
    .join("")
    .replaceAll("&apos;", "'");
/** The properties of the pages in the file, short enough to read when a test fails. */
const pagesIn = (xml: string) => (xml.match(/<w:pg(Sz|Mar) [^>]*>/g) ?? []).join("");
const paragraphsIn = (xml: string) => (xml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? []).map(textOf);
const lao = /\p{Script=Lao}/u;

describe.each(["lo", "en"] as const)("the progress report in %s", (language) => {
  it("names a font in all four script slots of every text, the Lao font for Lao", async () => {
    const parts = await partsOf(progressReport(language));
    for (const name of ["word/document.xml", "word/header1.xml", "word/footer1.xml"]) {
      const runs = runsIn(parts[name] ?? "").filter((run) => textOf(run) !== "");
      expect(runs.length).toBeGreaterThan(0);
      for (const run of runs) {
        const font = lao.test(textOf(run)) ? "Phetsarath OT" : "Arial";
        for (const slot of ["ascii", "hAnsi", "eastAsia"]) expect(run).toContain(`w:${slot}="${font}"`);
        expect(run).toContain('w:cs="Phetsarath OT"');
        expect(run).toMatch(/<w:lang [^>]*w:bidi="lo-LA"/);
        expect(run.includes("<w:b/>")).toBe(run.includes("<w:bCs/>"));
        expect(run.includes("<w:sz ")).toBe(run.includes("<w:szCs "));
      }
    }
  });

  it("contains everything of the model in its order", async () => {
    const model = progressReport(language);
    const text = paragraphsIn((await partsOf(model))["word/document.xml"] ?? "");
    const expected = [
      model.header?.country[0]?.text,
      model.header?.motto?.text,
      "---000---",
      model.header?.ministry.text,
      model.header?.number?.text,
      model.title.text,
      model.signature?.title.text,
      model.distribution?.heading,
      model.notes[0]?.heading,
    ];
    const places = expected.map((words) => text.indexOf(words ?? ""));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text.join("\n")).toContain(language === "lo" ? laoTitles.policy.lo : `${laoTitles.policy.en} (translation)`);
    expect(text.join("\n")).toContain(language === "lo" ? "(ຕົວຢ່າງ)" : "(Sample)");
  });
});

describe("pages", () => {
  it("are A4 with margins of 20 mm left and 15 mm elsewhere, the label above, page x of y below", async () => {
    const parts = await partsOf(progressReport("en"));
    const xml = parts["word/document.xml"] ?? "";
    expect(pagesIn(xml)).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(pagesIn(xml)).toContain('<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="1134"');
    expect(textOf(parts["word/header1.xml"] ?? "")).toBe("For internal use");
    expect(textOf(parts["word/footer1.xml"] ?? "")).toBe("Country progress reportPage  of ");
    expect((parts["word/footer1.xml"] ?? "").match(/PAGE|NUMPAGES/g)).toEqual(["PAGE", "NUMPAGES"]);
  });

  it("are landscape for a wide table with its heading, then upright again", async () => {
    const model = progressReport("en");
    const wide = { kind: "table", table: { ...matrixTable("en", 3), orientation: "landscape" } } as const;
    const heading = { kind: "heading", level: 1, runs: [{ text: "Annex", lang: "en" }] } as const;
    const withAnnex: ReportModel = { ...model, blocks: [...model.blocks, heading, wide] };
    expect(stretchesOf(withAnnex).map((part) => [part.orientation, part.blocks.length])).toEqual([
      ["portrait", model.blocks.length],
      ["landscape", 2],
    ]);
    const xml = (await partsOf(withAnnex))["word/document.xml"] ?? "";
    const turns = [...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, width, height]) => [width, height]);
    expect(turns).toEqual([
      ["11906", "16838"],
      ["16838", "11906"],
      ["11906", "16838"],
    ]);
  });
});

describe("tables", () => {
  it("repeat their head, split no row, and state every width in twips", async () => {
    const xml = (await partsOf(matrixReport("lo", 40)))["word/document.xml"] ?? "";
    const rows = xml.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? [];
    expect(rows).toHaveLength(41);
    expect(rows.filter((row) => row.includes("<w:tblHeader/>"))).toEqual([rows[0]]);
    for (const row of rows) expect(row).toContain("<w:cantSplit/>");
    expect(xml.includes('<w:tblLayout w:type="fixed"/>')).toBe(true);
    const grid = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    const cells = [...(rows[1] ?? "").matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(cells).toEqual(grid);
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(16838 - 1134 - 850);
  });

  it("mark every sample row in its title", async () => {
    const xml = (await partsOf(matrixReport("en")))["word/document.xml"] ?? "";
    expect(paragraphsIn(xml).filter((text) => /^Invented activity.* \(Sample\)$/.test(text))).toHaveLength(11);
  });

  it("print days as dd/mm/yyyy, percentages with a no-break space, and a dash for missing values", async () => {
    const text = paragraphsIn((await partsOf(matrixReport("lo")))["word/document.xml"] ?? "");
    expect(text).toEqual(expect.arrayContaining(["15/01/2023", "7%", "12.500,5", "–"]));
  });

  it("give narrow columns the width of their heading and still fill the page width", () => {
    const columns = matrixTable("en", 1).columns;
    const widths = gridWidths(columns, 14_854);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(14_854);
    expect(Math.min(...widths)).toBeGreaterThan(600);
    expect(gridWidths(columns, 3000).reduce((sum, width) => sum + width, 0)).toBe(3000);
  });
});

describe("the file", () => {
  it("contains the issuing unit, but no person, path or machine name", async () => {
    const parts = await partsOf(progressReport("en"));
    const core = parts["docProps/core.xml"] ?? "";
    expect(core).toContain("<dc:title>Country progress report</dc:title>");
    expect(core).toContain("<dc:creator>ASEAN Division, Cabinet</dc:creator>");
    expect(core).toContain("<cp:lastModifiedBy>ASEAN Division, Cabinet</cp:lastModifiedBy>");
    expect(
      Object.values(parts)
        .join("")
        .match(/Un-named|\/home\/|\/work\/|\/tmp\/|[A-Z]:\\\\/g),
    ).toBeNull();
  });

  it("treats hostile text as text: markup is escaped, characters that XML cannot hold are dropped", async () => {
    const titles = ["<w:p>&amp;\u0000\u0008x", "=1+1", "ອາ\u2060ຊຽນ", "a\tb\r\nc"];
    const xml = (await partsOf(reportWithTitles(titles)))["word/document.xml"] ?? "";
    const text = paragraphsIn(xml);
    expect(text).toEqual(expect.arrayContaining(["&lt;w:p&gt;&amp;amp;x", "=1+1", "ອາຊຽນ (Sample)", "a bc (Sample)"]));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be none
    expect(xml.match(/[\u0000-\u0008\u2060]/g)).toBeNull();
  });

  it("breaks a line once at each line end of any kind, and treats spreadsheet codes as text", async () => {
    const titles = ["one\r\ntwo", "one\rtwo", "one\ntwo", "a_x0041_b_x000D_c"];
    const xml = (await partsOf(reportWithTitles(titles)))["word/document.xml"] ?? "";
    const broken = xml.match(/>one<\/w:t>(?:(?!<w:t).)*?<w:br\/>(?:(?!<w:br).)*?>two<\/w:t>/gs) ?? [];
    expect(broken).toHaveLength(3);
    expect(xml).not.toContain("\r");
    expect(paragraphsIn(xml)).toContain("a_x0041_b_x000D_c (Sample)");
  });

  it("is refused beyond 2,000 rows", async () => {
    await expect(renderDocx(matrixReport("en", 2001))).rejects.toMatchObject({
      code: "REPORT_TOO_LARGE",
      params: { rows: 2001, max: 2000 },
    });
  });
});
