ALTER TABLE "bodies" ADD COLUMN "lo_is_translation" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outcomes" ADD COLUMN "lo_is_translation" boolean DEFAULT false NOT NULL;