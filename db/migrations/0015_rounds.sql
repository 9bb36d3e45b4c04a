CREATE TABLE "round_drafts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "round_drafts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"round_id" integer NOT NULL,
	"entry_id" integer NOT NULL,
	"member_state_id" integer,
	"state" text DEFAULT 'pending' NOT NULL,
	"status" text,
	"schedule" text,
	"schedule_reason" text,
	"progress" integer,
	"text_en" text,
	"text_lo" text,
	"issues" text,
	"next_steps" text,
	"decision_sought" text,
	"base_status" text,
	"base_schedule" text,
	"base_schedule_reason" text,
	"base_progress" integer,
	"base_update_id" integer,
	"remark" text,
	"author_id" integer,
	"author_name" text,
	"submitted_at" timestamp with time zone,
	"update_id" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_drafts_once" UNIQUE("round_id","entry_id"),
	CONSTRAINT "round_drafts_state" CHECK ("round_drafts"."state" in ('pending', 'writing', 'submitted', 'returned', 'accepted')),
	CONSTRAINT "round_drafts_status" CHECK ("round_drafts"."status" is null or "round_drafts"."status" in ('not_started', 'ongoing', 'implemented', 'completed', 'cancelled')),
	CONSTRAINT "round_drafts_schedule" CHECK ("round_drafts"."schedule" is null or "round_drafts"."schedule" in ('on_track', 'at_risk', 'delayed', 'extended')),
	CONSTRAINT "round_drafts_progress" CHECK ("round_drafts"."progress" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rounds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"due_on" date NOT NULL,
	"note" text,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_by" integer,
	"opened_by_name" text NOT NULL,
	"closed_at" timestamp with time zone,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rounds_state" CHECK ("rounds"."state" in ('open', 'closed')),
	CONSTRAINT "rounds_closed" CHECK (("rounds"."state" = 'closed') = ("rounds"."closed_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "updates" ADD COLUMN "round_id" integer;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_base_update_id_updates_id_fk" FOREIGN KEY ("base_update_id") REFERENCES "public"."updates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_drafts" ADD CONSTRAINT "round_drafts_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_drafts_entry_idx" ON "round_drafts" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "round_drafts_waiting_idx" ON "round_drafts" USING btree ("member_state_id","state") WHERE "round_drafts"."state" <> 'accepted';--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_open" ON "rounds" USING btree ("meeting_id") WHERE "rounds"."state" = 'open';--> statement-breakpoint
CREATE INDEX "rounds_meeting_idx" ON "rounds" USING btree ("meeting_id","id");--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "updates_round_idx" ON "updates" USING btree ("round_id") WHERE "updates"."round_id" is not null;