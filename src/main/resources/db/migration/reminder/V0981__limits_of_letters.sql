-- The law sets no days for letters; these are the defaults of an office that has set none.
insert into time_limit (id, step, valid_from, days, counting, source) values
  (60, 'letterDrafting', date '2025-04-20', 3, 'WORKING_DAYS', '本单位规定'),
  (61, 'letterLegal', date '2025-04-20', 2, 'WORKING_DAYS', '本单位规定'),
  (62, 'letterNumbering', date '2025-04-20', 1, 'WORKING_DAYS', '本单位规定'),
  (63, 'letterReply', date '2025-04-20', 10, 'WORKING_DAYS', '本单位规定（提示函）'),
  (64, 'letterRectification', date '2025-04-20', 30, 'WORKING_DAYS', '本单位规定（办法第四十条、第四十三条未规定天数）'),
  (65, 'letterExtension', date '2025-04-20', 2, 'WORKING_DAYS', '本单位规定'),
  (66, 'letterOverdue', date '2025-04-20', 2, 'WORKING_DAYS', '本单位规定'),
  (67, 'letterJudging', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定'),
  (68, 'letterEscalation', date '2025-04-20', 3, 'WORKING_DAYS', '本单位规定');
