import { describe, expect, it } from "vitest";
import { newRoundAddress, roundAddress } from "./address";

const of = (text: string) => new URLSearchParams(text);

describe("the address of a round", () => {
  it("filters by reporter and state; empty fields of the form set no filter", () => {
    expect(roundAddress.read(of("side=LA&state=submitted"))).toMatchObject({ side: "LA", state: "submitted" });
    expect(roundAddress.read(of("side=desk&state="))).toMatchObject({ side: "desk", state: null });
    expect(roundAddress.read(of(""))).toEqual({ side: null, state: null, saved: null, draft: null });
    expect(roundAddress.unreadable(of("side=&state=&saved=draft&draft=12.5"))).toEqual([]);
  });

  it.each(["side=Laos", "side=LA&side=TH", "state=ready", "draft=x", "draft=12", "saved=..%2f", "rank=1"])(
    "%s cannot be read",
    (text) => {
      expect(roundAddress.unreadable(of(text))).toEqual([text.split("=")[0]]);
    },
  );

  it("after a save names the draft and its new version", () => {
    const address = new URL(
      roundAddress.href({ saved: "draft", draft: { id: 12, version: 5 } }, { id: 3 }),
      "http://site",
    );
    expect(address.pathname).toBe("/rounds/3");
    expect(roundAddress.unreadable(address.searchParams)).toEqual([]);
    expect(roundAddress.read(address.searchParams).draft).toEqual({ id: 12, version: 5 });
    expect(roundAddress.read(of("saved=open")).draft).toBeNull();
    expect(roundAddress.href({ saved: "open" }, { id: 3 })).toBe("/rounds/3?saved=open");
  });

  it("of the form for a new round may name a meeting", () => {
    expect(newRoundAddress.unreadable(of("meeting=12"))).toEqual([]);
    expect(newRoundAddress.unreadable(of("meeting="))).toEqual([]);
    expect(newRoundAddress.unreadable(of("meeting=first&x=1"))).toEqual(["meeting", "x"]);
    expect(newRoundAddress.unreadable(of("meeting=1&meeting=2"))).toEqual(["meeting"]);
  });
});
