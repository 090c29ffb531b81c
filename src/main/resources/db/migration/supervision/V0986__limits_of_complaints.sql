-- 7 working days and 60 days are the law's; the others are the defaults of an office that has set none.
insert into time_limit (id, step, valid_from, days, counting, source) values
  (80, 'complaintAssessment', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定（办法第三十八条：及时审核）'),
  (81, 'complaintSupplement', date '2025-04-20', 7, 'WORKING_DAYS', '办法第三十八条'),
  (82, 'complaintConclusion', date '2025-04-20', 60, 'CALENDAR_DAYS', '办法第三十八条'),
  (83, 'complaintStatement', date '2025-04-20', 10, 'WORKING_DAYS', '本单位规定'),
  (84, 'complaintExtension', date '2025-04-20', 2, 'WORKING_DAYS', '本单位规定'),
  (85, 'complaintSending', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定'),
  (86, 'complaintAnswer', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定');
