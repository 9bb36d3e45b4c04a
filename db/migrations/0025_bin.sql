CREATE TABLE "bin_items" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bin_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" integer NOT NULL,
	"of_id" integer,
	"code" text,
	"name_en" text,
	"name_lo" text,
	"reason" text,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_by" integer,
	"removed_by_name" text NOT NULL,
	"is_private" boolean DEFAULT false NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"rows" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "bin_items_kind" CHECK ("bin_items"."kind" in ('entry', 'comment', 'evidence', 'paper', 'meeting', 'view')),
	CONSTRAINT "bin_items_name" CHECK (num_nonnulls("bin_items"."name_en", "bin_items"."name_lo") > 0)
);
--> statement-breakpoint
ALTER TABLE "bin_items" ADD CONSTRAINT "bin_items_removed_by_users_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bin_items_removed_idx" ON "bin_items" USING btree ("removed_at","id");--> statement-breakpoint
CREATE INDEX "entry_versions_removed_idx" ON "entry_versions" USING btree ("entry_id") WHERE "entry_versions"."is_removal";