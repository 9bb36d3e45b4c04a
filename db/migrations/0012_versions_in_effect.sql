ALTER TABLE "entry_versions" ADD COLUMN "effective" jsonb;--> statement-breakpoint
-- A generated column cannot be given another expression; with the columns goes the index on them.
ALTER TABLE "entry_versions" drop column "stage";--> statement-breakpoint
ALTER TABLE "entry_versions" ADD COLUMN "stage" text GENERATED ALWAYS AS (coalesce(effective, snapshot) -> 'entry' ->> 'stage') STORED;--> statement-breakpoint
ALTER TABLE "entry_versions" drop column "status";--> statement-breakpoint
ALTER TABLE "entry_versions" ADD COLUMN "status" text GENERATED ALWAYS AS (coalesce(effective, snapshot) -> 'entry' ->> 'status') STORED;--> statement-breakpoint
ALTER TABLE "entry_versions" drop column "schedule";--> statement-breakpoint
ALTER TABLE "entry_versions" ADD COLUMN "schedule" text GENERATED ALWAYS AS (coalesce(effective, snapshot) -> 'entry' ->> 'schedule') STORED;--> statement-breakpoint
CREATE INDEX "entry_versions_entry_idx" ON "entry_versions" USING btree ("entry_id","valid_from","id","stage","status","schedule","change");
