import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locale";

describe("chooseLocale", () => {
  it("obeys the person's choice before the browser's", () => {
    expect(chooseLocale("en", "lo-LA,lo;q=0.9")).toBe("en");
    expect(chooseLocale("lo", "en")).toBe("lo");
  });

  it("takes the browser's first language that the interface speaks", () => {
    expect(chooseLocale(undefined, "lo-LA,lo;q=0.9,en;q=0.8")).toBe("lo");
    expect(chooseLocale(undefined, "th,en;q=0.5,lo;q=0.7")).toBe("lo");
    expect(chooseLocale(undefined, "lo;q=0, en;q=0.1")).toBe("en");
  });

  it("falls back to English for anything else", () => {
    expect(chooseLocale(undefined, null)).toBe("en");
    expect(chooseLocale("fr", "vi,*;q=0.1")).toBe("en");
    expect(chooseLocale("toString", ";;,q=,")).toBe("en");
  });
});
