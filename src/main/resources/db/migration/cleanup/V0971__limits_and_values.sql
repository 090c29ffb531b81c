insert into time_limit (id, step, valid_from, days, counting, source) values
  (70, 'legacyCheck', date '2025-04-20', 20, 'WORKING_DAYS', '本单位规定'),
  (71, 'legacySigning', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定'),
  (72, 'legacyReview', date '2025-04-20', 10, 'WORKING_DAYS', '本单位规定'),
  (73, 'legacyRecheck', date '2025-04-20', 15, 'WORKING_DAYS', '本单位规定'),
  (74, 'legacyDecision', date '2025-04-20', 20, 'WORKING_DAYS', '本单位规定'),
  (75, 'legacyRevision', date '2025-04-20', 60, 'WORKING_DAYS', '本单位规定'),
  (76, 'legacyAnnouncement', date '2025-04-20', 20, 'WORKING_DAYS', '本单位规定'),
  (77, 'legacyConfirmation', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定'),
  (78, 'catalogue', date '2025-04-20', 20, 'WORKING_DAYS', '本单位规定');

insert into office_value (region_id, name, valid_from, setting) values
  ('*', 'cleanup.evaluationMonths', date '2016-06-01', '36'),
  ('*', 'cleanup.expiryNotice', date '2016-06-01', '90');
