ALTER TABLE "entry_versions" ADD COLUMN "act" bigint DEFAULT pg_current_xact_id()::text::bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "former" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "taken_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "taken_back_by_name" text;--> statement-breakpoint
-- Work that is over has no schedule. Its versions keep what was recorded; what is in effect has none.
UPDATE "plan_entries" SET "schedule" = NULL, "schedule_reason" = NULL
WHERE "status" IN ('completed', 'cancelled') AND "schedule" IS NOT NULL;--> statement-breakpoint
UPDATE "entry_versions" SET "effective" = jsonb_set(
	coalesce("effective", "snapshot"), '{entry}',
	coalesce("effective", "snapshot") -> 'entry' || '{"schedule": null, "scheduleReason": null}'
)
WHERE "status" IN ('completed', 'cancelled') AND "schedule" IS NOT NULL;
