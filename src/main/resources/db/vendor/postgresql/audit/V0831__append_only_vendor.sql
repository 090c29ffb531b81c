create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The record is append-only: % on % is refused', tg_op, tg_table_name;
end $$;

create function audit_chain_grow() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.id = old.id and new.length > old.length then
    return new;
  end if;
  raise exception 'A chain of the record only grows';
end $$;

create function audit_personal_erase() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.chain = old.chain and new.seq = old.seq and new.name = old.name
      and new.salt is null and new.plain is null then
    return new;
  end if;
  raise exception 'Personal data of the record are erased, never changed';
end $$;

create trigger audit_entry_kept before update or delete on audit_entry for each row execute function audit_refuse();
create trigger audit_entry_stays before truncate on audit_entry execute function audit_refuse();
create trigger audit_checkpoint_kept before update or delete on audit_checkpoint for each row execute function audit_refuse();
create trigger audit_checkpoint_stays before truncate on audit_checkpoint execute function audit_refuse();
create trigger audit_leaf_kept before update or delete on audit_leaf for each row execute function audit_refuse();
create trigger audit_leaf_stays before truncate on audit_leaf execute function audit_refuse();
create trigger audit_chain_grows before update or delete on audit_chain for each row execute function audit_chain_grow();
create trigger audit_chain_stays before truncate on audit_chain execute function audit_refuse();
create trigger audit_personal_erased before update or delete on audit_personal for each row execute function audit_personal_erase();
create trigger audit_personal_stays before truncate on audit_personal execute function audit_refuse();
