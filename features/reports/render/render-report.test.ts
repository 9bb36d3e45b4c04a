import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { renderCsv } from "./csv/csv";
import { renderReport } from "./render-report";
import { laoTitles } from "./testing-base";
import { matrixReport } from "./testing-matrix";
import { progressReport } from "./testing-progress";

describe("renderReport", () => {
  it("produces the same bytes in a worker thread as in this thread", async () => {
    const model = matrixReport("lo");
    expect(await renderReport(model, "csv")).toEqual(renderCsv(model));
  });

  it.each(["docx", "xlsx"] as const)("produces a complete %s", async (format) => {
    const files = unzipSync(await renderReport(progressReport("lo"), format));
    const name = format === "docx" ? "word/document.xml" : "xl/sharedStrings.xml";
    expect(strFromU8(files[name] ?? new Uint8Array())).toContain(laoTitles.policy.lo);
  });

  it("does not block the calling thread", async () => {
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 5);
    await renderReport(matrixReport("lo", 1500), "xlsx");
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(20);
  });

  it("refuses a Word file that is too long before starting a thread", async () => {
    await expect(renderReport(matrixReport("en", 2001), "docx")).rejects.toMatchObject({ code: "REPORT_TOO_LARGE" });
  });

  it("reports that it is unavailable if a report runs out of memory, and keeps working", async () => {
    const small = { maxOldGenerationSizeMb: 6, maxYoungGenerationSizeMb: 1 };
    const starved = renderReport(matrixReport("en", 2000), "docx", 60, small);
    await expect(starved).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("stops a report that takes too long", async () => {
    await expect(renderReport(matrixReport("en", 2000), "docx", 0.05)).rejects.toMatchObject({ code: "REPORT_FAILED" });
  });
});
