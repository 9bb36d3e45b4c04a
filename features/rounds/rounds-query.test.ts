import { describe, expect, it } from "vitest";
import { readRoundQuery, savedAddress, savedDraft, unreadableNewRound, unreadableRoundParams } from "./rounds-query";

const of = (text: string) => new URLSearchParams(text);

describe("the address of a round", () => {
  it("says of which side and in which state; empty fields of the form narrow nothing", () => {
    expect(readRoundQuery(of("side=LA&state=submitted"))).toEqual({ side: "LA", state: "submitted" });
    expect(readRoundQuery(of("side=desk&state="))).toEqual({ side: "desk", state: null });
    expect(readRoundQuery(of(""))).toEqual({ side: null, state: null });
    expect(unreadableRoundParams(of("side=&state=&saved=draft&draft=12.5"))).toEqual([]);
  });

  it.each(["side=Laos", "side=LA&side=TH", "state=ready", "draft=x", "draft=12", "saved=..%2f", "rank=1"])(
    "%s cannot be read",
    (text) => {
      expect(unreadableRoundParams(of(text))).toEqual([text.split("=")[0]]);
    },
  );

  it("after a save names the draft and the version that the save made", () => {
    const address = new URL(savedAddress(3, "draft", { id: 12, version: 5 }), "http://site");
    expect(address.pathname).toBe("/rounds/3");
    expect(unreadableRoundParams(address.searchParams)).toEqual([]);
    expect(savedDraft(address.searchParams)).toEqual({ id: 12, version: 5 });
    expect(savedDraft(of("saved=open"))).toBeNull();
    expect(savedAddress(3, "open")).toBe("/rounds/3?saved=open");
  });

  it("of the form for a new one may name a meeting", () => {
    expect(unreadableNewRound(of("meeting=12"))).toEqual([]);
    expect(unreadableNewRound(of("meeting="))).toEqual([]);
    expect(unreadableNewRound(of("meeting=first&x=1"))).toEqual(["meeting", "x"]);
    expect(unreadableNewRound(of("meeting=1&meeting=2"))).toEqual(["meeting"]);
  });
});
