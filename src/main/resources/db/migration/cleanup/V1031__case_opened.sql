-- When a case was opened, so that counting does not look through its stages.
alter table legacy_case add column opened_at timestamp with time zone;
update legacy_case c set opened_at = (select min(s.since) from legacy_step s where s.case_number = c.number and s.stage <> 'WAITING');
