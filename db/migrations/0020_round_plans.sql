CREATE TABLE "round_plans" (
	"round_id" integer NOT NULL,
	"work_plan_id" integer NOT NULL,
	CONSTRAINT "round_plans_round_id_work_plan_id_pk" PRIMARY KEY("round_id","work_plan_id")
);
--> statement-breakpoint
ALTER TABLE "round_plans" ADD CONSTRAINT "round_plans_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_plans" ADD CONSTRAINT "round_plans_work_plan_id_work_plans_id_fk" FOREIGN KEY ("work_plan_id") REFERENCES "public"."work_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_plans_plan_idx" ON "round_plans" USING btree ("work_plan_id");--> statement-breakpoint
-- Until now the plans of a round stood in the audit log alone: each has a draft at least, or nothing was asked of it.
INSERT INTO "round_plans" ("round_id", "work_plan_id")
  SELECT DISTINCT "round_drafts"."round_id", "plan_entries"."work_plan_id"
  FROM "round_drafts" JOIN "plan_entries" ON "plan_entries"."id" = "round_drafts"."entry_id";
