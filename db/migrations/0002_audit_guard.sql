-- The audit log only grows. Refused here, so that no code path and no forgotten check can rewrite it.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_log is append-only' using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_audit_change();
--> statement-breakpoint
create trigger audit_log_no_truncate before truncate on audit_log
  for each statement execute function refuse_audit_change();
--> statement-breakpoint
alter table plan_entries add constraint plan_entries_carried_from_fk
  foreign key (carried_from_id) references plan_entries (id) on delete set null;
