CREATE TABLE "activities" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"title_en" text,
	"title_lo" text,
	"original_locale" text NOT NULL,
	"summary_en" text,
	"summary_lo" text,
	"kind" text DEFAULT 'other' NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"search_text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activities_code_unique" UNIQUE("code"),
	CONSTRAINT "activities_kind" CHECK ("activities"."kind" in ('study', 'guideline', 'training', 'event', 'system', 'framework', 'cooperation', 'other')),
	CONSTRAINT "activities_original_title" CHECK (case "activities"."original_locale" when 'lo' then "activities"."title_lo" else "activities"."title_en" end is not null),
	CONSTRAINT "activities_original_locale" CHECK ("activities"."original_locale" in ('en', 'lo'))
);
--> statement-breakpoint
CREATE TABLE "activity_outcomes" (
	"activity_id" integer NOT NULL,
	"outcome_id" integer NOT NULL,
	CONSTRAINT "activity_outcomes_activity_id_outcome_id_pk" PRIMARY KEY("activity_id","outcome_id")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" integer,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" integer,
	"before" jsonb,
	"after" jsonb,
	"request_id" text NOT NULL,
	"address" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bodies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_lo" text,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "bodies_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "partners_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_lo" text,
	CONSTRAINT "partners_code_unique" UNIQUE("code"),
	CONSTRAINT "partners_kind" CHECK ("partners"."kind" in ('dialogue_partner', 'sectoral_partner', 'development_partner', 'organisation'))
);
--> statement-breakpoint
CREATE TABLE "entry_parties" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entry_parties_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entry_id" integer NOT NULL,
	"role" text NOT NULL,
	"member_state_id" integer,
	"agency_id" integer,
	"partner_id" integer,
	CONSTRAINT "entry_parties_once" UNIQUE NULLS NOT DISTINCT("entry_id","role","member_state_id","agency_id","partner_id"),
	CONSTRAINT "entry_parties_role" CHECK ("entry_parties"."role" in ('proponent', 'co_proponent', 'implementing_agency', 'participant', 'funder')),
	CONSTRAINT "entry_parties_one" CHECK (num_nonnulls("entry_parties"."member_state_id", "entry_parties"."partner_id") = 1),
	CONSTRAINT "entry_parties_agency" CHECK ("entry_parties"."agency_id" is null or "entry_parties"."member_state_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "entry_priorities" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entry_priorities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entry_id" integer NOT NULL,
	"kind" text NOT NULL,
	"period_id" integer,
	"meeting_id" integer,
	"state" text NOT NULL,
	"decision_id" integer,
	"source_id" integer,
	CONSTRAINT "entry_priorities_once" UNIQUE NULLS NOT DISTINCT("entry_id","kind","period_id","meeting_id"),
	CONSTRAINT "entry_priorities_kind" CHECK ("entry_priorities"."kind" in ('annual', 'chair_year', 'ministers_agenda')),
	CONSTRAINT "entry_priorities_state" CHECK ("entry_priorities"."state" in ('proposed', 'approved', 'not_supported')),
	CONSTRAINT "entry_priorities_for" CHECK (num_nonnulls("entry_priorities"."period_id", "entry_priorities"."meeting_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "entry_states" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entry_states_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entry_id" integer NOT NULL,
	"member_state_id" integer NOT NULL,
	"role" text DEFAULT 'participant' NOT NULL,
	"status" text,
	"note" text,
	"last_reported_on" date,
	"focal_point" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entry_states_once" UNIQUE("entry_id","member_state_id"),
	CONSTRAINT "entry_states_role" CHECK ("entry_states"."role" in ('lead', 'co_lead', 'participant', 'contributor')),
	CONSTRAINT "entry_states_status" CHECK ("entry_states"."status" is null or "entry_states"."status" in ('not_started', 'ongoing', 'implemented', 'completed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"agenda_no" text,
	"entry_id" integer NOT NULL,
	"verb_printed" text NOT NULL,
	"outcome" text NOT NULL,
	"stage_from" text,
	"stage_to" text,
	"text_en" text,
	"text_lo" text,
	"reference" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" integer,
	"source_id" integer,
	CONSTRAINT "decisions_outcome" CHECK ("decisions"."outcome" in ('considered', 'accepted', 'endorsed', 'approved', 'returned', 'deferred', 'merged', 'withdrawn', 'not_supported', 'noted', 'discussed'))
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meetings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"body_id" integer NOT NULL,
	"partner_id" integer,
	"ordinal" integer,
	"title_en" text NOT NULL,
	"title_lo" text,
	"cycle_id" integer,
	"place_en" text,
	"place_lo" text,
	"host_state_id" integer,
	"chair_state_id" integer,
	"chair_name" text,
	"theme_en" text,
	"theme_lo" text,
	"state" text NOT NULL,
	"first_on" date,
	"first_precision" text DEFAULT 'unknown' NOT NULL,
	"last_on" date,
	"last_precision" text DEFAULT 'unknown' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meetings_code_unique" UNIQUE("code"),
	CONSTRAINT "meetings_state" CHECK ("meetings"."state" in ('planned', 'open', 'closed')),
	CONSTRAINT "meetings_first_precision" CHECK ("meetings"."first_precision" in ('exact', 'week', 'month', 'by', 'unknown')),
	CONSTRAINT "meetings_last_precision" CHECK ("meetings"."last_precision" in ('exact', 'week', 'month', 'by', 'unknown')),
	CONSTRAINT "meetings_first_known" CHECK (("meetings"."first_on" is null) = ("meetings"."first_precision" = 'unknown')),
	CONSTRAINT "meetings_last_known" CHECK (("meetings"."last_on" is null) = ("meetings"."last_precision" = 'unknown')),
	CONSTRAINT "meetings_order" CHECK ("meetings"."last_on" >= "meetings"."first_on")
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agencies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"member_state_id" integer NOT NULL,
	"abbreviation" text,
	"name_en" text NOT NULL,
	"name_lo" text
);
--> statement-breakpoint
CREATE TABLE "member_states" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "member_states_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"code3" text NOT NULL,
	"name_en" text NOT NULL,
	"name_lo" text,
	"protocol_order" integer NOT NULL,
	"joined_on" date NOT NULL,
	"left_on" date,
	CONSTRAINT "member_states_code_unique" UNIQUE("code"),
	CONSTRAINT "member_states_code3_unique" UNIQUE("code3"),
	CONSTRAINT "member_states_protocol_order_unique" UNIQUE("protocol_order"),
	CONSTRAINT "member_states_left_after_joined" CHECK ("member_states"."left_on" is null or "member_states"."left_on" > "member_states"."joined_on")
);
--> statement-breakpoint
CREATE TABLE "masterplans" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "masterplans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_lo" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	CONSTRAINT "masterplans_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outcomes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"masterplan_id" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"code" text NOT NULL,
	"name_en" text NOT NULL,
	"name_lo" text,
	CONSTRAINT "outcomes_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "periods_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_lo" text,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"member_state_id" integer,
	"partner_id" integer,
	CONSTRAINT "periods_code_unique" UNIQUE("code"),
	CONSTRAINT "periods_kind" CHECK ("periods"."kind" in ('work_cycle', 'fiscal_year', 'multi_year')),
	CONSTRAINT "periods_order" CHECK ("periods"."ends_on" >= "periods"."starts_on"),
	CONSTRAINT "periods_one_owner" CHECK (num_nonnulls("periods"."member_state_id", "periods"."partner_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "plan_entries" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "plan_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"activity_id" integer NOT NULL,
	"work_plan_id" integer NOT NULL,
	"stage" text,
	"status" text,
	"schedule" text,
	"schedule_reason" text,
	"progress" integer,
	"planned_start_on" date,
	"planned_end_on" date,
	"actual_start_on" date,
	"actual_end_on" date,
	"budget_approved_usd" numeric(14, 2),
	"budget_disbursed_usd" numeric(14, 2),
	"fund" text,
	"counted" text DEFAULT 'unknown' NOT NULL,
	"carried_from_id" integer,
	"is_confidential" boolean DEFAULT false NOT NULL,
	"internal_remark" text,
	"last_reported_on" date,
	"was_submitted" boolean DEFAULT false NOT NULL,
	"was_approved" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" integer,
	CONSTRAINT "plan_entries_once" UNIQUE("activity_id","work_plan_id"),
	CONSTRAINT "plan_entries_stage" CHECK ("plan_entries"."stage" is null or "plan_entries"."stage" in ('draft', 'submitted', 'considered', 'accepted', 'endorsed', 'approved', 'returned', 'deferred', 'merged', 'withdrawn', 'not_supported')),
	CONSTRAINT "plan_entries_status" CHECK ("plan_entries"."status" is null or "plan_entries"."status" in ('not_started', 'ongoing', 'implemented', 'completed', 'cancelled')),
	CONSTRAINT "plan_entries_schedule" CHECK ("plan_entries"."schedule" is null or "plan_entries"."schedule" in ('on_track', 'at_risk', 'delayed', 'extended')),
	CONSTRAINT "plan_entries_counted" CHECK ("plan_entries"."counted" in ('yes', 'no', 'unknown')),
	CONSTRAINT "plan_entries_status_needs_approval" CHECK ("plan_entries"."status" is null or "plan_entries"."stage" = 'approved'),
	CONSTRAINT "plan_entries_schedule_needs_status" CHECK ("plan_entries"."schedule" is null or "plan_entries"."status" is not null),
	CONSTRAINT "plan_entries_reason" CHECK ("plan_entries"."schedule" is null or "plan_entries"."schedule" = 'on_track' or length("plan_entries"."schedule_reason") > 0),
	CONSTRAINT "plan_entries_progress" CHECK ("plan_entries"."progress" between 0 and 100),
	CONSTRAINT "plan_entries_planned_days" CHECK ("plan_entries"."planned_end_on" >= "plan_entries"."planned_start_on"),
	CONSTRAINT "plan_entries_actual_days" CHECK ("plan_entries"."actual_end_on" >= "plan_entries"."actual_start_on"),
	CONSTRAINT "plan_entries_budget" CHECK ("plan_entries"."budget_approved_usd" >= 0 and "plan_entries"."budget_disbursed_usd" >= 0)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" integer
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "citations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"subject_id" integer NOT NULL,
	"source_id" integer NOT NULL,
	"note" text,
	"quote" text
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text,
	"published_on" date,
	"address" text,
	"language" text DEFAULT 'en' NOT NULL,
	CONSTRAINT "sources_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "entry_versions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entry_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" integer NOT NULL,
	"version" integer NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" integer,
	"recorded_by_name" text NOT NULL,
	"decision_id" integer,
	"update_id" integer,
	"change" text NOT NULL,
	"is_removal" boolean DEFAULT false NOT NULL,
	"snapshot" jsonb NOT NULL,
	CONSTRAINT "entry_versions_order" CHECK ("entry_versions"."valid_to" >= "entry_versions"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "updates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "updates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"entry_id" integer NOT NULL,
	"member_state_id" integer,
	"reported_on" date NOT NULL,
	"status" text,
	"schedule" text,
	"schedule_reason" text,
	"progress" integer,
	"text_en" text,
	"text_lo" text,
	"issues" text,
	"next_steps" text,
	"decision_sought" text,
	"meeting_id" integer,
	"author_id" integer,
	"author_name" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "updates_status" CHECK ("updates"."status" is null or "updates"."status" in ('not_started', 'ongoing', 'implemented', 'completed', 'cancelled')),
	CONSTRAINT "updates_schedule" CHECK ("updates"."schedule" is null or "updates"."schedule" in ('on_track', 'at_risk', 'delayed', 'extended')),
	CONSTRAINT "updates_progress" CHECK ("updates"."progress" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "one_time_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"secret_hash" text NOT NULL,
	"user_id" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_links_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sessions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"secret_hash" text NOT NULL,
	"user_id" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"address" text,
	"user_agent" text,
	CONSTRAINT "sessions_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "users_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"member_state_id" integer,
	"locale" text,
	"password_hash" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_sign_in_at" timestamp with time zone,
	CONSTRAINT "users_role" CHECK ("users"."role" in ('admin', 'manager', 'officer', 'focal', 'viewer')),
	CONSTRAINT "users_focal_state" CHECK (("users"."role" = 'focal') = ("users"."member_state_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "official_counts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "official_counts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"work_plan_id" integer,
	"masterplan_id" integer,
	"kind" text NOT NULL,
	"member_state_id" integer,
	"count" integer NOT NULL,
	"source_id" integer NOT NULL,
	CONSTRAINT "official_counts_once" UNIQUE NULLS NOT DISTINCT("work_plan_id","masterplan_id","kind","member_state_id"),
	CONSTRAINT "official_counts_subject" CHECK (num_nonnulls("official_counts"."work_plan_id", "official_counts"."masterplan_id") = 1),
	CONSTRAINT "official_counts_kind" CHECK ("official_counts"."kind" in ('approved', 'proposed')),
	CONSTRAINT "official_counts_count" CHECK ("official_counts"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "work_plans" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_plans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"framework" text NOT NULL,
	"partner_id" integer,
	"period_id" integer NOT NULL,
	"masterplan_id" integer,
	"state" text NOT NULL,
	"title_en" text NOT NULL,
	"title_lo" text,
	"is_frame" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "work_plans_once" UNIQUE NULLS NOT DISTINCT("framework","partner_id","period_id"),
	CONSTRAINT "work_plans_framework" CHECK ("work_plans"."framework" in ('adgsom_atrc', 'partner')),
	CONSTRAINT "work_plans_state" CHECK ("work_plans"."state" in ('preparing', 'proposed', 'approved', 'closed')),
	CONSTRAINT "work_plans_partner" CHECK (("work_plans"."framework" = 'partner') = ("work_plans"."partner_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "activity_outcomes" ADD CONSTRAINT "activity_outcomes_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_outcomes" ADD CONSTRAINT "activity_outcomes_outcome_id_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."outcomes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_parties" ADD CONSTRAINT "entry_parties_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_parties" ADD CONSTRAINT "entry_parties_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_parties" ADD CONSTRAINT "entry_parties_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_parties" ADD CONSTRAINT "entry_parties_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_priorities" ADD CONSTRAINT "entry_priorities_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_priorities" ADD CONSTRAINT "entry_priorities_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_priorities" ADD CONSTRAINT "entry_priorities_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_priorities" ADD CONSTRAINT "entry_priorities_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_priorities" ADD CONSTRAINT "entry_priorities_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_states" ADD CONSTRAINT "entry_states_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_states" ADD CONSTRAINT "entry_states_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cycle_id_periods_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_host_state_id_member_states_id_fk" FOREIGN KEY ("host_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_chair_state_id_member_states_id_fk" FOREIGN KEY ("chair_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_masterplan_id_masterplans_id_fk" FOREIGN KEY ("masterplan_id") REFERENCES "public"."masterplans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD CONSTRAINT "plan_entries_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD CONSTRAINT "plan_entries_work_plan_id_work_plans_id_fk" FOREIGN KEY ("work_plan_id") REFERENCES "public"."work_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD CONSTRAINT "plan_entries_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_versions" ADD CONSTRAINT "entry_versions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_versions" ADD CONSTRAINT "entry_versions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_versions" ADD CONSTRAINT "entry_versions_update_id_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."updates"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "updates" ADD CONSTRAINT "updates_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_counts" ADD CONSTRAINT "official_counts_work_plan_id_work_plans_id_fk" FOREIGN KEY ("work_plan_id") REFERENCES "public"."work_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_counts" ADD CONSTRAINT "official_counts_masterplan_id_masterplans_id_fk" FOREIGN KEY ("masterplan_id") REFERENCES "public"."masterplans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_counts" ADD CONSTRAINT "official_counts_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "official_counts" ADD CONSTRAINT "official_counts_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_masterplan_id_masterplans_id_fk" FOREIGN KEY ("masterplan_id") REFERENCES "public"."masterplans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_search_idx" ON "activities" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "activity_outcomes_outcome_idx" ON "activity_outcomes" USING btree ("outcome_id");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("subject","subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_parties_one_proponent" ON "entry_parties" USING btree ("entry_id") WHERE "entry_parties"."role" = 'proponent';--> statement-breakpoint
CREATE INDEX "entry_parties_state_idx" ON "entry_parties" USING btree ("member_state_id","entry_id");--> statement-breakpoint
CREATE INDEX "entry_parties_partner_idx" ON "entry_parties" USING btree ("partner_id","entry_id");--> statement-breakpoint
CREATE INDEX "entry_states_state_idx" ON "entry_states" USING btree ("member_state_id","entry_id");--> statement-breakpoint
CREATE INDEX "decisions_entry_idx" ON "decisions" USING btree ("entry_id","id");--> statement-breakpoint
CREATE INDEX "decisions_meeting_idx" ON "decisions" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "meetings_last_idx" ON "meetings" USING btree ("last_on","id");--> statement-breakpoint
CREATE INDEX "agencies_member_state_idx" ON "agencies" USING btree ("member_state_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outcomes_ordinal_idx" ON "outcomes" USING btree ("masterplan_id","ordinal");--> statement-breakpoint
CREATE INDEX "plan_entries_plan_idx" ON "plan_entries" USING btree ("work_plan_id","id");--> statement-breakpoint
CREATE INDEX "plan_entries_stage_idx" ON "plan_entries" USING btree ("stage","id");--> statement-breakpoint
CREATE INDEX "plan_entries_status_idx" ON "plan_entries" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "plan_entries_schedule_idx" ON "plan_entries" USING btree ("schedule","id");--> statement-breakpoint
CREATE INDEX "plan_entries_reported_idx" ON "plan_entries" USING btree ("last_reported_on","id");--> statement-breakpoint
CREATE INDEX "plan_entries_carried_idx" ON "plan_entries" USING btree ("carried_from_id");--> statement-breakpoint
CREATE INDEX "citations_subject_idx" ON "citations" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "entry_versions_entry_idx" ON "entry_versions" USING btree ("entry_id","valid_from","id");--> statement-breakpoint
CREATE INDEX "updates_entry_idx" ON "updates" USING btree ("entry_id","reported_on","id");--> statement-breakpoint
CREATE INDEX "one_time_links_user_idx" ON "one_time_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "work_plans_period_idx" ON "work_plans" USING btree ("period_id");