-- The hit of the screening from which the finding was made.
alter table finding add column hit_key varchar(64);
