import type { Route } from "next";

/** By what the list of users can be sorted. */
export const userSorts = ["name", "role", "access", "signedIn"] as const;
export type UserSort = (typeof userSorts)[number];
export type UserOrder = { key: UserSort; direction: "asc" | "desc" };

const byName: UserOrder = { key: "name", direction: "asc" };

/** `role.desc` as an order; null when it is none. */
function parseSort(text: string): UserOrder | null {
  const [word, direction, rest] = text.split(".");
  const key = userSorts.find((sort) => sort === word);
  if (!key || rest !== undefined || (direction !== "asc" && direction !== "desc")) return null;
  return { key, direction };
}

/** The order that an address asks for. */
export function readUserOrder(params: URLSearchParams): UserOrder {
  return parseSort(params.get("sort") ?? "") ?? byName;
}

/** The names in an address that the list cannot read; they are answered with 400. */
export function unreadableUserParams(params: URLSearchParams): string[] {
  const isReadable = (name: string) => {
    const values = params.getAll(name);
    return name === "sort" && values.length === 1 && parseSort(values[0] ?? "") !== null;
  };
  return [...new Set(params.keys())].filter((name) => !isReadable(name));
}

/** The address of the list in the order that a press on a column's head asks for. */
export function userSortHref(order: UserOrder, key: UserSort): Route {
  const direction = order.key === key && order.direction === "asc" ? "desc" : "asc";
  return `/admin/users?sort=${key}.${direction}` as Route;
}
