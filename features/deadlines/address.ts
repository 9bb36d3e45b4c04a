import type { Route } from "next";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { day, oneOf, orderAfterClick, page, type SortOrder, sortOrder } from "@/address/parsers";
import { ruleKinds } from "@/domain/deadline-rules";
import { deadlineStates } from "@/domain/deadlines";

export const deadlineKinds = ["milestone", "meeting", ...ruleKinds] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

const deadlineSorts = ["day", "title", "of"] as const;
export type DeadlineSort = (typeof deadlineSorts)[number];
export type DeadlineOrder = SortOrder<DeadlineSort>;

export const deadlinesAddress = defineAddress(
  "/deadlines",
  {
    kind: oneOf(deadlineKinds),
    /** `open`, `late` or `done`; without it both open and late. */
    state: oneOf(deadlineStates),
    from: day,
    to: day,
    sort: sortOrder(deadlineSorts).withDefault({ key: "day", direction: "asc" }),
    page,
  },
  ["kind", "state", "from", "to"],
);

export type DeadlinesQuery = AddressQuery<typeof deadlinesAddress>;

/** One deadline; `saved` names the change that its page confirms. */
export const deadlineAddress = defineAddress("/deadlines/[id]", { saved: oneOf(["edit", "done", "open"]) });

/** The address in the order that a click on a column's header requests. */
export function deadlinesSortHref(query: DeadlinesQuery, key: DeadlineSort): Route {
  return deadlinesAddress.href({ ...query, page: 1, sort: orderAfterClick(query.sort, key) });
}

/** True if any filter is set. */
export function isNarrowed({ kind, state, from, to }: DeadlinesQuery): boolean {
  return [kind, state, from, to].some((value) => value !== null);
}
