-- The details of a case whose papers were destroyed are gone; the entry with their digest stays.
alter table audit_entry alter column details drop not null;
