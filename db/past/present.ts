import { boolean, integer, pgTable, text } from "drizzle-orm/pg-core";
import { stages } from "@/domain/lifecycle";

/**
 * Views of a past register (views.ts) that tell how its entries stand today. They exist nowhere
 * else.
 */
export const presentEntries = pgTable("present_entries", {
  id: integer("id").notNull(),
  stage: text("stage", { enum: stages }),
  isConfidential: boolean("is_confidential").notNull(),
});

const parts = () => ({
  entryId: integer("entry_id").notNull(),
  memberStateId: integer("member_state_id"),
  role: text("role").notNull(),
});

export const presentParties = pgTable("present_parties", parts());
export const presentStates = pgTable("present_states", parts());
