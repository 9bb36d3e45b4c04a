import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { renderCsv } from "./csv/csv";
import { renderReport } from "./render-report";
import { laoTitles } from "./testing-base";
import { matrixReport } from "./testing-matrix";
import { progressReport } from "./testing-progress";

describe("renderReport", () => {
  it("makes in its thread what the renderer makes here", async () => {
    const model = matrixReport("lo");
    expect(await renderReport(model, "csv")).toEqual(renderCsv(model));
  });

  it.each(["docx", "xlsx"] as const)("makes a whole %s", async (format) => {
    const files = unzipSync(await renderReport(progressReport("lo"), format));
    const name = format === "docx" ? "word/document.xml" : "xl/sharedStrings.xml";
    expect(strFromU8(files[name] ?? new Uint8Array())).toContain(laoTitles.policy.lo);
  });

  it("leaves the calling thread free", async () => {
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

  it("asks to come back for one that finds too little memory, and goes on itself", async () => {
    const small = { maxOldGenerationSizeMb: 6, maxYoungGenerationSizeMb: 1 };
    const starved = renderReport(matrixReport("en", 2000), "docx", 60, small);
    await expect(starved).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("stops a report that takes too long", async () => {
    await expect(renderReport(matrixReport("en", 2000), "docx", 0.05)).rejects.toMatchObject({ code: "REPORT_FAILED" });
  });
});
