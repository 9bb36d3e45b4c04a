import type { Route } from "next";
import { isStorable } from "@/domain/lao-text";
import { type Settlement, settlements } from "@/domain/settling";

/**
 * The choices of a carry-over are its address, so that the preview can be opened again and shown to others: `to` the plan to which
 * entries are carried, and for each entry `do.12` what becomes of it, `into.12` the code of the activity it is merged with, `by.12` the
 * decision that covers several years.
 */
export type SettlingChoice = {
  entryId: number;
  settlement: Settlement;
  /** The code of the activity that goes on. */
  into: string | null;
  /** A decision's id. */
  by: number | null;
};

export type CarryOverQuery = { to: number | null; choices: readonly SettlingChoice[] };

const id = /^[1-9]\d{0,8}$/;
const named = /^(do|into|by)\.([1-9]\d{0,8})$/;

const isSettlement = (text: string): text is Settlement => (settlements as readonly string[]).includes(text);

const isReadable: Record<string, (text: string) => boolean> = {
  do: isSettlement,
  into: (text) => text.length <= 60 && isStorable(text),
  by: (text) => id.test(text),
};

/** The names in this address that cannot be read; empty fields of the form are none. */
export function unreadableCarryOver(params: URLSearchParams): string[] {
  return [...new Set(params.keys())].filter((name) => {
    const all = params.getAll(name);
    const text = all[0] ?? "";
    if (all.length > 1) return true;
    if (name === "to") return text !== "" && !id.test(text);
    const kind = named.exec(name)?.[1];
    if (!kind) return true;
    return text !== "" && !isReadable[kind]?.(text);
  });
}

/** The choices as the address says them; entries that are left stand there too. */
export function readCarryOver(params: URLSearchParams): CarryOverQuery {
  const of = (name: string) => params.get(name)?.trim() || null;
  const to = of("to");
  const choices = [...new Set(params.keys())].flatMap((name): SettlingChoice[] => {
    const [, kind, entry] = named.exec(name) ?? [];
    const settlement = params.get(name) ?? "";
    if (kind !== "do" || !isSettlement(settlement)) return [];
    const by = of(`by.${entry}`);
    return [{ entryId: Number(entry), settlement, into: of(`into.${entry}`), by: by === null ? null : Number(by) }];
  });
  return { to: to === null ? null : Number(to), choices };
}

/** The address of the choices, of the page that offers them or of the preview. Whatever is left as it is stands in none. */
export function carryOverHref(planId: number, { to, choices }: CarryOverQuery, page: "" | "/preview" = ""): Route {
  const params = new URLSearchParams(to === null ? {} : { to: String(to) });
  for (const { entryId, settlement, into, by } of choices) {
    if (settlement === "leave") continue;
    params.set(`do.${entryId}`, settlement);
    if (into !== null) params.set(`into.${entryId}`, into);
    if (by !== null) params.set(`by.${entryId}`, String(by));
  }
  return `/plans/${planId}/carry-over${page}${params.size > 0 ? `?${params}` : ""}` as Route;
}
