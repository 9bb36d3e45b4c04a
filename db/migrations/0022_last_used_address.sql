ALTER TABLE "api_tokens" ADD COLUMN "last_used_address" text;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD COLUMN "last_used_address" text;