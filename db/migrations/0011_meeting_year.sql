CREATE TABLE "concepts" (
	"entry_id" integer PRIMARY KEY NOT NULL,
	"purpose" text,
	"background" text,
	"objectives" text,
	"beneficiaries" text,
	"work_plan" text,
	"method" text,
	"funding" text,
	"success_indicators" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_entries" (
	"item_id" integer NOT NULL,
	"entry_id" integer NOT NULL,
	CONSTRAINT "agenda_entries_item_id_entry_id_pk" PRIMARY KEY("item_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agenda_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"no" text NOT NULL,
	"position" integer NOT NULL,
	"title_en" text,
	"title_lo" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "agenda_items_no" UNIQUE("meeting_id","no"),
	CONSTRAINT "agenda_items_title" CHECK (num_nonnulls("agenda_items"."title_en", "agenda_items"."title_lo") > 0)
);
--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "agenda_item_id" integer;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "applied_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "corrects_id" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "is_sample" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "phase" integer;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "carried_decision_id" integer;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "merged_into_id" integer;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "settled_reason" text;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "cleared_on" date;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD COLUMN "cleared_by" integer;--> statement-breakpoint
ALTER TABLE "concepts" ADD CONSTRAINT "concepts_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_entries" ADD CONSTRAINT "agenda_entries_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_entries" ADD CONSTRAINT "agenda_entries_entry_id_plan_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."plan_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_entries_entry_idx" ON "agenda_entries" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "agenda_items_meeting_idx" ON "agenda_items" USING btree ("meeting_id","position","id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_corrects_id_decisions_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_entries" ADD CONSTRAINT "plan_entries_cleared_by_users_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_corrects_once" UNIQUE("corrects_id");--> statement-breakpoint
ALTER TABLE "plan_entries" ADD CONSTRAINT "plan_entries_phase" CHECK ("plan_entries"."phase" between 1 and 99);--> statement-breakpoint
-- Until now a decision moved the register the moment it was recorded.
UPDATE "decisions" SET "applied_at" = "recorded_at";
