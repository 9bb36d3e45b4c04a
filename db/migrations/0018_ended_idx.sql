ALTER TABLE "evidence" DROP CONSTRAINT "evidence_kind";--> statement-breakpoint
CREATE INDEX "plan_entries_ended_idx" ON "plan_entries" USING btree (coalesce("actual_end_on", "planned_end_on")) WHERE "plan_entries"."stage" = 'approved';--> statement-breakpoint
CREATE INDEX "plan_entries_fund_idx" ON "plan_entries" USING btree ("fund") WHERE "plan_entries"."fund" is not null;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_kind" CHECK ("evidence"."kind" in ('report', 'financial_report', 'minutes', 'paper', 'photo', 'other'));