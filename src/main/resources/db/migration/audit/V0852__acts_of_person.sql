-- What a person did in a period.
create index audit_entry_actor on audit_entry (actor_id, occurred_at);
