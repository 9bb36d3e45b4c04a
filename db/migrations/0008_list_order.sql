DROP INDEX "plan_entries_status_idx";--> statement-breakpoint
CREATE INDEX "activities_title_en_idx" ON "activities" USING btree (coalesce("title_en", "title_lo") collate "en-x-icu");--> statement-breakpoint
CREATE INDEX "activities_title_lo_idx" ON "activities" USING btree (coalesce("title_lo", "title_en") collate "lo-x-icu");--> statement-breakpoint
CREATE INDEX "plan_entries_progress_idx" ON "plan_entries" USING btree ("progress","id");--> statement-breakpoint
CREATE INDEX "plan_entries_progress_desc_idx" ON "plan_entries" USING btree ("progress" desc nulls last,"id");--> statement-breakpoint
CREATE INDEX "plan_entries_reported_desc_idx" ON "plan_entries" USING btree ("last_reported_on" desc nulls last,"id");--> statement-breakpoint
CREATE INDEX "plan_entries_start_idx" ON "plan_entries" USING btree ("planned_start_on","id");--> statement-breakpoint
CREATE INDEX "plan_entries_start_desc_idx" ON "plan_entries" USING btree ("planned_start_on" desc nulls last,"id");--> statement-breakpoint
CREATE INDEX "plan_entries_end_idx" ON "plan_entries" USING btree ("planned_end_on","id");--> statement-breakpoint
CREATE INDEX "plan_entries_end_desc_idx" ON "plan_entries" USING btree ("planned_end_on" desc nulls last,"id");--> statement-breakpoint
CREATE INDEX "plan_entries_budget_idx" ON "plan_entries" USING btree ("budget_approved_usd","id");--> statement-breakpoint
CREATE INDEX "plan_entries_budget_desc_idx" ON "plan_entries" USING btree ("budget_approved_usd" desc nulls last,"id");--> statement-breakpoint
CREATE INDEX "plan_entries_status_idx" ON "plan_entries" USING btree ("status","progress" desc nulls last,"id","budget_approved_usd");