ALTER TABLE "meetings" DROP CONSTRAINT "meetings_state";--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "state_reason" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "state_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "state_changed_by" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_state_changed_by_users_id_fk" FOREIGN KEY ("state_changed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_reason" CHECK ("meetings"."state_reason" is null or "meetings"."state" in ('postponed', 'cancelled'));--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_state" CHECK ("meetings"."state" in ('planned', 'open', 'closed', 'postponed', 'cancelled'));