import type { Route } from "next";
import { defineAddress } from "@/address/define-address";
import { flag, oneOf, orderAfterClick, type SortOrder, sortOrder, text } from "@/address/parsers";

/** By what the list of users can be sorted. */
export const userSorts = ["name", "role", "access", "signedIn"] as const;
export type UserSort = (typeof userSorts)[number];
export type UserOrder = SortOrder<UserSort>;

export const usersAddress = defineAddress("/admin/users", {
  sort: sortOrder(userSorts).withDefault({ key: "name", direction: "asc" }),
});

/** The address of the list in the order that a press on a column's head asks for. */
export function userSortHref(order: UserOrder, key: UserSort): Route {
  return usersAddress.href({ sort: orderAfterClick(order, key) });
}

export const userAddress = defineAddress("/admin/users/[id]", { saved: oneOf(["1", "all-ended", "access-ended"]) });

/** What one's own account page, and that of one's keys, says is done. */
export const accountAddress = defineAddress("/settings/account", {
  saved: oneOf(["password", "session", "key", "access", "calendar"]),
});
export const keysAddress = defineAddress("/settings/keys", { saved: flag });

/**
 * `next` is where to go after signing in; `server/request/safe-next.ts` decides whether that is a
 * page of this site.
 */
export const signInAddress = defineAddress("/sign-in", {
  next: text(16_384),
  signedOut: oneOf(["1", "everywhere"]),
  passwordSet: flag,
});
export const forgottenAddress = defineAddress("/forgotten", { sent: flag });
