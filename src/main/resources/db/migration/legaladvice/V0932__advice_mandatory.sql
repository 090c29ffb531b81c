-- When an adviser must be asked is for the office to say; until it does, nowhere, as before.
insert into office_value (name, region_id, valid_from, setting) values
  ('advice.mandatory', '*', date '2016-06-01', 'NEVER');
