CREATE TABLE "delegates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "delegates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"meeting_id" integer NOT NULL,
	"member_state_id" integer NOT NULL,
	"name_en" text,
	"name_lo" text,
	"office_en" text,
	"office_lo" text,
	"is_head" boolean DEFAULT false NOT NULL,
	"source_id" integer,
	CONSTRAINT "delegates_name" CHECK (num_nonnulls("delegates"."name_en", "delegates"."name_lo") > 0)
);
--> statement-breakpoint
ALTER TABLE "agenda_items" ALTER COLUMN "no" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_member_state_id_member_states_id_fk" FOREIGN KEY ("member_state_id") REFERENCES "public"."member_states"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegates_meeting_idx" ON "delegates" USING btree ("meeting_id","id");