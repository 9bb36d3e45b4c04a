import { type AddressQuery, defineAddress } from "@/address/define-address";
import { cleanedText, flag, forEachRow, id, oneOf } from "@/address/parsers";
import { type CarryOverAction, carryOverActions } from "@/domain/carry-over";

/** A code as typed. The page checks whether an activity has it, and can explain the refusal. */
const typedCode = cleanedText(60);

/**
 * The choices of a carry-over are its address, so that the preview can be reopened and shared: `to`
 * is the plan to which entries are carried; for each entry `do.12` is the action, `into.12` the
 * code of the activity with which it is merged, `by.12` the decision that covers several years.
 * `all` is one action for the entries that are ticked (`pick.12`).
 */
const names = {
  to: id,
  do: forEachRow(oneOf(carryOverActions)),
  into: forEachRow(typedCode),
  by: forEachRow(id),
  all: oneOf(carryOverActions),
  pick: forEachRow(flag),
};

export const carryOverAddress = defineAddress("/plans/[id]/carry-over", names);
export const carryOverPreviewAddress = defineAddress("/plans/[id]/carry-over/preview", names);

export type CarryOverQuery = AddressQuery<typeof carryOverAddress>;

export type CarryOverChoice = {
  entryId: number;
  action: CarryOverAction;
  /** The code of the activity with which it is merged. */
  into: string | null;
  /** The id of a decision. */
  by: number | null;
};

/**
 * The choices of a query, including entries that are left as they are. A ticked entry gets the
 * common action unless it has one of its own.
 */
export function carryOverChoices({ do: actions, into, by, all, pick }: CarryOverQuery): CarryOverChoice[] {
  const own = new Map([...[...pick.keys()].map((entryId) => [entryId, "leave"] as const), ...actions]);
  return [...own].map(([entryId, action]) => ({
    entryId,
    action: action === "leave" && pick.has(entryId) ? (all ?? action) : action,
    into: into.get(entryId) || null,
    by: by.get(entryId) ?? null,
  }));
}

/** The query for these choices. Entries that are left as they are do not occur in it. */
export function carryOverQuery(to: number | null, choices: readonly CarryOverChoice[]): CarryOverQuery {
  const chosen = choices.filter(({ action }) => action !== "leave");
  return {
    to,
    do: new Map(chosen.map(({ entryId, action }) => [entryId, action])),
    into: new Map(chosen.flatMap(({ entryId, into }) => (into === null ? [] : [[entryId, into]]))),
    by: new Map(chosen.flatMap(({ entryId, by }) => (by === null ? [] : [[entryId, by]]))),
    all: null,
    pick: new Map(),
  };
}
