DROP INDEX "entry_versions_entry_idx";--> statement-breakpoint
ALTER TABLE "entry_versions" ADD COLUMN "stage" text GENERATED ALWAYS AS (snapshot -> 'entry' ->> 'stage') STORED;--> statement-breakpoint
ALTER TABLE "entry_versions" ADD COLUMN "status" text GENERATED ALWAYS AS (snapshot -> 'entry' ->> 'status') STORED;--> statement-breakpoint
ALTER TABLE "entry_versions" ADD COLUMN "schedule" text GENERATED ALWAYS AS (snapshot -> 'entry' ->> 'schedule') STORED;--> statement-breakpoint
CREATE INDEX "entry_versions_entry_idx" ON "entry_versions" USING btree ("entry_id","valid_from","id","stage","status","schedule","change");