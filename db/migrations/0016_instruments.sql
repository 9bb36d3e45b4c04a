CREATE TABLE "instruments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "instruments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"partner_id" integer NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_lo" text,
	"lo_is_translation" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'unknown' NOT NULL,
	"valid_from" date,
	"from_precision" text DEFAULT 'unknown' NOT NULL,
	"valid_to" date,
	"to_precision" text DEFAULT 'unknown' NOT NULL,
	"note_en" text,
	"note_lo" text,
	"reference" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "instruments_kind" CHECK ("instruments"."kind" in ('memorandum', 'action_plan', 'strategic_plan', 'work_plan', 'programme', 'other')),
	CONSTRAINT "instruments_state" CHECK ("instruments"."state" in ('preparing', 'announced', 'in_force', 'ended', 'unknown')),
	CONSTRAINT "instruments_from_precision" CHECK ("instruments"."from_precision" in ('exact', 'month', 'year', 'unknown')),
	CONSTRAINT "instruments_to_precision" CHECK ("instruments"."to_precision" in ('exact', 'month', 'year', 'unknown')),
	CONSTRAINT "instruments_from_known" CHECK (("instruments"."valid_from" is null) = ("instruments"."from_precision" = 'unknown')),
	CONSTRAINT "instruments_to_known" CHECK (("instruments"."valid_to" is null) = ("instruments"."to_precision" = 'unknown')),
	CONSTRAINT "instruments_order" CHECK ("instruments"."valid_to" >= "instruments"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "instruments_partner_idx" ON "instruments" USING btree ("partner_id","valid_from","id");