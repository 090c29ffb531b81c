-- Who did what in a period, and where a person acted.
create index audit_entry_occurred on audit_entry (occurred_at);
create index audit_entry_actor on audit_entry (actor_id, occurred_at);
