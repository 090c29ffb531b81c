-- How long the papers of a case are kept, by kind of measure. No national rule names these cases: an office sets what its
-- own 文书档案保管期限表 says.
insert into office_value (name, region_id, valid_from, setting) values
  ('retention.local_regulation', '*', date '2016-06-01', 'PERMANENT'),
  ('retention.rule', '*', date '2016-06-01', 'PERMANENT'),
  ('retention.normative_document', '*', date '2016-06-01', 'YEARS_30'),
  ('retention.policy_document', '*', date '2016-06-01', 'YEARS_30'),
  ('retention.standard', '*', date '2016-06-01', 'YEARS_30'),
  ('retention.agreement', '*', date '2016-06-01', 'YEARS_10');
