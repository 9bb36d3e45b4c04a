import { describe, expect, it } from "vitest";
import { catalogue } from "@/i18n/catalogue";
import { inWords } from "./kept-words";

describe("a field that could not be saved", () => {
  it("is named, and its choice told, in the reader's language", () => {
    for (const locale of ["en", "lo"] as const) {
      const { activity, terms } = catalogue[locale];
      const status = inWords(locale, { name: "status", value: "ongoing" });
      expect(status).toEqual({ name: activity.field.status, value: terms.status.ongoing });
    }
  });

  it("keeps what was typed, and a name that no form knows", () => {
    expect(inWords("en", { name: "textLo", value: "ongoing" }).value).toBe("ongoing");
    expect(inWords("en", { name: "status", value: "constructor" }).value).toBe("constructor");
    expect(inWords("en", { name: "unknown", value: "x" })).toEqual({ name: "unknown", value: "x" });
  });

  it("is never taken for a part of the program", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(inWords("en", { name, value: "x" })).toEqual({ name, value: "x" });
    }
  });
});
