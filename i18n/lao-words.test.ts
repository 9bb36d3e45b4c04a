import { describe, expect, it } from "vitest";
import { catalogue, shownMessages } from "./catalogue";
import { keepLaoWords, stripJoiners } from "./lao-words";

describe("keepLaoWords", () => {
  it("joins the listed words, once", () => {
    const kept = keepLaoWords("ກິດຈະກຳດິຈິຕອນອາຊຽນ");
    expect(kept).toBe("ກິດຈະກຳດິ\u2060ຈິ\u2060ຕອນອາ\u2060ຊຽນ");
    expect(keepLaoWords(kept)).toBe(kept);
  });

  it("is undone for copies and files", () => {
    expect(stripJoiners(keepLaoWords("ພະແນກອາຊຽນ, ດິຈິຕອນ ASEAN"))).toBe("ພະແນກອາຊຽນ, ດິຈິຕອນ ASEAN");
  });

  it("reaches the words of pages, and leaves the catalogue plain", () => {
    expect(shownMessages.lo.shell.product).toContain("\u2060");
    expect(stripJoiners(shownMessages.lo.shell.product)).toBe(catalogue.lo.shell.product);
    expect(JSON.stringify(catalogue.lo)).not.toContain("\u2060");
  });
});
