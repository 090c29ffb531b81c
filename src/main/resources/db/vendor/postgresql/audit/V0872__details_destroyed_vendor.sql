create function audit_entry_empty() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.details is null and to_jsonb(new) - 'details' = to_jsonb(old) - 'details' then
    return new;
  end if;
  raise exception 'The record is append-only: details are destroyed, never changed';
end $$;

drop trigger audit_entry_kept on audit_entry;
create trigger audit_entry_kept before update or delete on audit_entry for each row execute function audit_entry_empty();
