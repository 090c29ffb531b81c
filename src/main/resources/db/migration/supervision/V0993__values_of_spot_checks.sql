-- The words before year and number of a spot check's report, until an office sets its own.
insert into office_value (region_id, name, valid_from, setting) values
  ('*', 'spotcheck.series', date '2025-04-20', '市监抽查报');
