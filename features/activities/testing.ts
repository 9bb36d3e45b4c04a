import "server-only";
import { type ActivityListQuery, readListQuery } from "./list-query";

export { addEntry, addOngoing, completeDraft, planOf } from "@/server/testing-entries";

/** The list's state from a piece of address. */
export function listQuery(search: string): ActivityListQuery {
  return readListQuery(new URLSearchParams(search));
}
