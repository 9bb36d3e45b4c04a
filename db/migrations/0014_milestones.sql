CREATE TABLE "calendar_feeds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "calendar_feeds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"user_id" integer NOT NULL,
	"secret_hash" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "calendar_feeds_locale" CHECK ("calendar_feeds"."locale" in ('en', 'lo'))
);
--> statement-breakpoint
CREATE TABLE "milestone_moves" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "milestone_moves_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"milestone_id" integer NOT NULL,
	"from_on" date,
	"to_on" date,
	"cause" text NOT NULL,
	"moved_at" timestamp with time zone NOT NULL,
	"moved_by" integer,
	"moved_by_name" text NOT NULL,
	CONSTRAINT "milestone_moves_cause" CHECK ("milestone_moves"."cause" in ('meeting', 'entry', 'edit'))
);
--> statement-breakpoint
CREATE TABLE "milestones" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "milestones_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entry_id" integer,
	"title_en" text,
	"title_lo" text,
	"anchor" text NOT NULL,
	"fixed_on" date,
	"meeting_id" integer,
	"offset_days" integer DEFAULT 0 NOT NULL,
	"due_on" date,
	"done_on" date,
	"done_by" integer,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" integer,
	CONSTRAINT "milestones_title" CHECK (num_nonnulls("milestones"."title_en", "milestones"."title_lo") > 0),
	CONSTRAINT "milestones_anchor" CHECK ("milestones"."anchor" in ('day', 'meeting', 'entry_end')),
	CONSTRAINT "milestones_fixed" CHECK (("milestones"."anchor" = 'day') = ("milestones"."fixed_on" is not null)),
	CONSTRAINT "milestones_meeting" CHECK (("milestones"."anchor" = 'meeting') = ("milestones"."meeting_id" is not null)),
	CONSTRAINT "milestones_subject" CHECK ("milestones"."entry_id" is not null or "milestones"."anchor" = 'meeting'),
	CONSTRAINT "milestones_offset" CHECK (abs("milestones"."offset_days") <= 730 and ("milestones"."anchor" <> 'day' or "milestones"."offset_days" = 0))
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_moves" ADD CONSTRAINT "milestone_moves_milestone_id_milestones_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_moves" ADD CONSTRAINT "milestone_moves_moved_by_users_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_done_by_users_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_user_idx" ON "calendar_feeds" USING btree ("user_id") WHERE "calendar_feeds"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "milestone_moves_milestone_idx" ON "milestone_moves" USING btree ("milestone_id","id");--> statement-breakpoint
CREATE INDEX "milestones_entry_idx" ON "milestones" USING btree ("entry_id","due_on","id");--> statement-breakpoint
CREATE INDEX "milestones_meeting_idx" ON "milestones" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "milestones_due_idx" ON "milestones" USING btree ("due_on","id");