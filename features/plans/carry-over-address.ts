import { createParser } from "nuqs/server";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { forEachRow, id, oneOf, text } from "@/address/parsers";
import { type CarryOverAction, carryOverActions } from "@/domain/carry-over";

/**
 * A code as typed, trimmed. Whether an activity has it is checked by the page, which can say so in
 * words.
 */
const typedCode = createParser<string>({ parse: (typed) => text(60).parse(typed)?.trim() ?? null, serialize: String });

/**
 * The choices of a carry-over are its address, so that the preview can be opened again and shown to
 * others: `to` the plan to which entries are carried, and for each entry `do.12` what becomes of
 * it, `into.12` the code of the activity it is merged with, `by.12` the decision that covers
 * several years.
 */
const names = {
  to: id,
  do: forEachRow(oneOf(carryOverActions)),
  into: forEachRow(typedCode),
  by: forEachRow(id),
};

export const carryOverAddress = defineAddress("/plans/[id]/carry-over", names);
export const carryOverPreviewAddress = defineAddress("/plans/[id]/carry-over/preview", names);

export type CarryOverQuery = AddressQuery<typeof carryOverAddress>;

export type CarryOverChoice = {
  entryId: number;
  settlement: CarryOverAction;
  /** The code of the activity that goes on. */
  into: string | null;
  /** A decision's id. */
  by: number | null;
};

/** The choices of a query; entries that are left as they are stand there too. */
export function settlingChoices({ do: settlementOf, into, by }: CarryOverQuery): CarryOverChoice[] {
  return [...settlementOf].map(([entryId, settlement]) => ({
    entryId,
    settlement,
    into: into.get(entryId) || null,
    by: by.get(entryId) ?? null,
  }));
}

/** The query that says these choices. Whatever is left as it is stands in none. */
export function carryOverQuery(to: number | null, choices: readonly CarryOverChoice[]): CarryOverQuery {
  const chosen = choices.filter(({ settlement }) => settlement !== "leave");
  return {
    to,
    do: new Map(chosen.map(({ entryId, settlement }) => [entryId, settlement])),
    into: new Map(chosen.flatMap(({ entryId, into }) => (into === null ? [] : [[entryId, into]]))),
    by: new Map(chosen.flatMap(({ entryId, by }) => (by === null ? [] : [[entryId, by]]))),
  };
}
