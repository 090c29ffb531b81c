-- The law sets no days for spot checks; these are the defaults of an office that has set none.
insert into time_limit (id, step, valid_from, days, counting, source) values
  (95, 'spotCheckDraw', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定'),
  (96, 'spotCheckInspection', date '2025-04-20', 15, 'WORKING_DAYS', '本单位规定'),
  (97, 'spotCheckDeciding', date '2025-04-20', 3, 'WORKING_DAYS', '本单位规定'),
  (98, 'spotCheckReport', date '2025-04-20', 10, 'WORKING_DAYS', '本单位规定（办法第三十九条未规定天数）'),
  (99, 'spotCheckPublication', date '2025-04-20', 10, 'WORKING_DAYS', '本单位规定');
