CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_log_kind_idx" ON "audit_log" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_text_idx" ON "audit_log" USING gin (("actor_name" || ' ' || coalesce("before"::text, '') || ' ' || coalesce("after"::text, '') || ' ' || "request_id" || ' ' || coalesce("address", '')) gin_trgm_ops);