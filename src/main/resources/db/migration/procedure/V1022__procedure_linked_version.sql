-- The text that the review had when it was named: another one was not before the legal side.
alter table procedure_case add linked_version_id varchar(36);
