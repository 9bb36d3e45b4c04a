CREATE TABLE "former_names" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "former_names_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"subject_id" integer NOT NULL,
	"name_en" text collate "natural_order" NOT NULL,
	"name_lo" text,
	"valid_to" date NOT NULL,
	CONSTRAINT "former_names_once" UNIQUE("subject","subject_id","valid_to")
);
--> statement-breakpoint
CREATE TABLE "funds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "funds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text collate "natural_order" NOT NULL,
	"name_en" text collate "natural_order" NOT NULL,
	"name_lo" text,
	"partner_id" integer,
	"valid_from" date,
	"valid_to" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "funds_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "enabling_actions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "enabling_actions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"outcome_id" integer NOT NULL,
	"code" text collate "natural_order" NOT NULL,
	"name_en" text collate "natural_order" NOT NULL,
	"name_lo" text,
	"lo_is_translation" boolean DEFAULT false NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bodies" ADD COLUMN "acts_as" text;--> statement-breakpoint
UPDATE "bodies" SET "acts_as" = "code";--> statement-breakpoint
ALTER TABLE "bodies" ALTER COLUMN "acts_as" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "bodies" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "valid_to" date;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "valid_to" date;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "member_states" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "masterplans" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "outcomes" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "outcomes" ADD COLUMN "valid_to" date;--> statement-breakpoint
ALTER TABLE "outcomes" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "periods" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enabling_actions" ADD CONSTRAINT "enabling_actions_outcome_id_outcomes_id_fk" FOREIGN KEY ("outcome_id") REFERENCES "public"."outcomes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enabling_actions_code_idx" ON "enabling_actions" USING btree ("outcome_id","code");--> statement-breakpoint
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_acts_as" CHECK ("bodies"."acts_as" in ('ADGMIN', 'ADGSOM', 'ATRC', 'JWG', 'RETREAT', 'ASEC', 'PARTNER'));