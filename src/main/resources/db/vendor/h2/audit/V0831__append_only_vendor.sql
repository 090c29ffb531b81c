create trigger audit_entry_kept before update, delete on audit_entry for each row call 'org.fairreview.audit.AppendOnly';
create trigger audit_checkpoint_kept before update, delete on audit_checkpoint for each row call 'org.fairreview.audit.AppendOnly';
create trigger audit_leaf_kept before update, delete on audit_leaf for each row call 'org.fairreview.audit.AppendOnly';
create trigger audit_chain_grows before update, delete on audit_chain for each row call 'org.fairreview.audit.AppendOnly';
create trigger audit_personal_erased before update, delete on audit_personal for each row call 'org.fairreview.audit.AppendOnly';
