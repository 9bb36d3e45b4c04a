ALTER TABLE "entry_states" DROP CONSTRAINT "entry_states_role";--> statement-breakpoint
-- The role that goes was never given by the register itself.
UPDATE "entry_states" SET "role" = 'participant' WHERE "role" = 'contributor';--> statement-breakpoint
ALTER TABLE "entry_states" ADD CONSTRAINT "entry_states_role" CHECK ("entry_states"."role" in ('lead', 'co_lead', 'participant', 'former'));--> statement-breakpoint
-- States that were taken out of an entry kept the role that they had.
UPDATE "entry_states" SET "role" = 'former'
  WHERE "last_reported_on" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "entry_parties"
    WHERE "entry_parties"."entry_id" = "entry_states"."entry_id"
      AND "entry_parties"."member_state_id" = "entry_states"."member_state_id"
  );
