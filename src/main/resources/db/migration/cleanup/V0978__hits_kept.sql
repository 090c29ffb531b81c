-- How many hits the newest screening of a case's text has; null until it was screened. Counting them for a list of a hundred
-- thousand cases takes half a second.
alter table legacy_case add column hits integer;
update legacy_case set hits = (
  select count(h.id) from screening_run r left join screening_hit h on h.run_id = r.id
  where r.version_id = legacy_case.version_id and r.state = 'DONE'
    and not exists (select 1 from screening_run n where n.version_id = r.version_id and n.state = 'DONE'
      and (n.requested_at > r.requested_at or n.requested_at = r.requested_at and n.id > r.id))
  group by r.id);
create index legacy_case_version on legacy_case (version_id);

-- The register as it is listed: a page is cut out of the index.
create index measure_in_force_listed
  on measure_in_force (issued_on desc nulls last, measure_id, region_id, unit_id, issuer_unit_id, state);
