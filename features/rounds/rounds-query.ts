import { type DraftState, draftStates } from "@/domain/rounds";

/** The page of a round, as its address says it: of which side, in which state. */
export type RoundQuery = { side: string | null; state: DraftState | null };

const isState = (text: string): text is DraftState => (draftStates as readonly string[]).includes(text);

const readable: Readonly<Record<string, (text: string) => boolean>> = {
  side: (text) => text === "" || text === "desk" || /^[A-Z]{2}$/.test(text),
  state: (text) => text === "" || isState(text),
  // What was saved before, for the line above the page.
  saved: (text) => /^[a-z]{1,20}$/.test(text),
  draft: (text) => savedShape.test(text),
};

/** A draft that was saved, and the version that the save made: `12.5`. */
const savedShape = /^([1-9]\d{0,8})\.([1-9]\d{0,8})$/;

/** Where a save leads: to the round, which says what was saved. */
export function savedAddress(roundId: number, saved: string, draft?: { id: number; version: number }): string {
  return `/rounds/${roundId}?saved=${saved}${draft ? `&draft=${draft.id}.${draft.version}` : ""}`;
}

/** The draft of such an address; null when it names none. */
export function savedDraft(params: URLSearchParams): { id: number; version: number } | null {
  const [, id, version] = savedShape.exec(params.get("draft") ?? "") ?? [];
  return id && version ? { id: Number(id), version: Number(version) } : null;
}

function unreadable(names: readonly string[], params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    const all = params.getAll(name);
    return !names.includes(name) || all.length > 1 || !readable[name]?.(all[0] ?? "");
  });
}

/** The names in the address of a round that its page cannot read. */
export function unreadableRoundParams(params: URLSearchParams): string[] {
  return unreadable(["side", "state", "saved", "draft"], params);
}

/** The same of the form that opens one: it may come with the meeting it is for. */
export function unreadableNewRound(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter(
    (name) => name !== "meeting" || !/^([1-9]\d{0,8})?$/.test(params.getAll(name).join(" ")),
  );
}

/** The page's state as the address says it; an empty field of its form narrows nothing. */
export function readRoundQuery(params: URLSearchParams): RoundQuery {
  const state = params.get("state") ?? "";
  return { side: params.get("side") || null, state: isState(state) ? state : null };
}
