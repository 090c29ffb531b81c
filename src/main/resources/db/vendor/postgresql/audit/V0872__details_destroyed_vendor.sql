create function audit_entry_empty() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.details is null and to_jsonb(new) - 'details' = to_jsonb(old) - 'details' then
    return new;
  end if;
  raise exception 'The record is append-only: details are destroyed, never changed';
end $$;

drop trigger audit_entry_kept on audit_entry;
create trigger audit_entry_kept before update or delete on audit_entry for each row execute function audit_entry_empty();

-- Destroys what a chain of a case says, and nothing else: for an account that may not update the tables. It holds to the list
-- on record, which names the case, was drafted by one person and signed by two others, section head and leader, and stands.
create function audit_destroy(emptied_chain varchar, list varchar) returns void
language plpgsql security definer as $$
declare
  number text := substring(emptied_chain from '^(?:case|reads):(.+-\d{4}-\d{4,})$');
  listed text := 'subject:' || list;
  drafters text[];
  signers text[];
  roles text[];
begin
  select array_agg(actor_id) into drafters from audit_entry
    where chain = listed and act = 'destruction.drafted' and actor_id is not null
      and (details::jsonb -> 'cases') @> to_jsonb(number);
  select array_agg(actor_id order by seq), array_agg(details::jsonb ->> 'role' order by seq) into signers, roles from audit_entry
    where chain = listed and act = 'destruction.signed';
  if number is null or cardinality(drafters) is distinct from 1
      or roles is distinct from array['SECTIONHEAD', 'LEADER'] or (signers[1] = signers[2]) is distinct from false
      or (drafters[1] = any (signers)) is distinct from false
      or exists (select 1 from audit_entry where chain = listed
        and act in ('destruction.returned', 'destruction.withdrawn', 'destruction.executed', 'destruction.closed')) then
    raise exception 'The record is append-only: no list that two have signed names %', emptied_chain;
  end if;
  update audit_entry set details = null where chain = emptied_chain and details is not null;
  update audit_personal set salt = null, plain = null where chain = emptied_chain and plain is not null;
end $$;

do $$ begin
  execute format('alter function audit_destroy(varchar, varchar) set search_path = %I, pg_temp', current_schema());
end $$;
revoke execute on function audit_destroy(varchar, varchar) from public;
