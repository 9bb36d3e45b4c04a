import "server-only";
import { and, isNull, type SQL, sql } from "drizzle-orm";
import { updates } from "@/db/schema/updates";

/** Updates that count: those that were taken back stand in the history alone. */
export const isStanding = isNull(updates.takenBackAt);

/** Such updates of whole entries; those of one member state's share are left out. */
export const isOfEntry = and(isNull(updates.memberStateId), isStanding);

/**
 * Updates with words. A change of many rows may have none, and what was last said of the work stays
 * what was last said.
 */
export const hasWords: SQL<boolean> = sql<boolean>`num_nonnulls(${updates.textEn}, ${updates.textLo}, ${updates.issues}, ${updates.nextSteps}, ${updates.decisionSought}) > 0`;
