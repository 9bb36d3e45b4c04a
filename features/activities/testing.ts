import "server-only";
import { type ActivityListQuery, activitiesAddress } from "./list-address";

export { addEntry, addOngoing, completeDraft, type EntryWish, planOf } from "@/server/testing-entries";

/** The list's state from query parameters. */
export function listQuery(search: string): ActivityListQuery {
  return activitiesAddress.read(new URLSearchParams(search));
}
