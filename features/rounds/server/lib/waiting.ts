import "server-only";
import { inArray, type SQL } from "drizzle-orm";
import { roundDrafts } from "@/db/schema/round-drafts";
import { draftStates, isWritable } from "@/domain/rounds";

/** Drafts that still wait for their writers. */
export function waiting(): SQL {
  return inArray(roundDrafts.state, draftStates.filter(isWritable));
}
