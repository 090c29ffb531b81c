-- Where the 文号 of a kind comes from: as for all kinds, until an office sets something of its own for one.
insert into office_value (region_id, name, valid_from, setting) values
  ('*', 'letter.numbering.reminder', date '2025-04-20', 'AS_ALL'),
  ('*', 'letter.numbering.rectification', date '2025-04-20', 'AS_ALL'),
  ('*', 'letter.numbering.urging', date '2025-04-20', 'AS_ALL'),
  ('*', 'letter.numbering.interview', date '2025-04-20', 'AS_ALL'),
  ('*', 'letter.numbering.transfer', date '2025-04-20', 'AS_ALL'),
  ('*', 'letter.numbering.discipline', date '2025-04-20', 'AS_ALL'),
  ('*', 'letter.numbering.report', date '2025-04-20', 'AS_ALL');
