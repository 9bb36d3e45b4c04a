import type { Route } from "next";
import { defineAddress } from "@/address/define-address";
import { flag, oneOf, orderAfterClick, type SortOrder, sortOrder, text } from "@/address/parsers";

/** Columns by which the list of users can be sorted. */
export const userSorts = ["name", "role", "access", "signedIn"] as const;
export type UserSort = (typeof userSorts)[number];
export type UserOrder = SortOrder<UserSort>;

export const usersAddress = defineAddress("/admin/users", {
  sort: sortOrder(userSorts).withDefault({ key: "name", direction: "asc" }),
});

/** Address of the list, sorted as after a click on that column head. */
export function userSortHref(order: UserOrder, key: UserSort): Route {
  return usersAddress.href({ sort: orderAfterClick(order, key) });
}

export const userAddress = defineAddress("/admin/users/[id]", { saved: oneOf(["1", "all-ended", "access-ended"]) });

/** Messages on the pages of one's own account and keys. */
export const accountAddress = defineAddress("/settings/account", {
  saved: oneOf(["password", "session", "key", "access", "calendar"]),
});
export const keysAddress = defineAddress("/settings/keys", { saved: flag });

/**
 * `next` is the address after signing in; `server/request/safe-next.ts` checks that it is a page of
 * this site.
 */
export const signInAddress = defineAddress("/sign-in", {
  next: text(16_384),
  signedOut: oneOf(["1", "everywhere"]),
  passwordSet: flag,
});
export const forgottenAddress = defineAddress("/forgotten", { sent: flag });
