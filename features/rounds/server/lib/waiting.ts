import "server-only";
import { inArray, type SQL } from "drizzle-orm";
import { roundDrafts } from "@/db/schema/round-drafts";
import { draftStates, isWritable } from "@/domain/rounds";

/** Condition of drafts that their writers have not submitted yet. */
export function waiting(): SQL {
  return inArray(roundDrafts.state, draftStates.filter(isWritable));
}
