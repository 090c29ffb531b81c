insert into time_limit (id, step, valid_from, days, counting, source) values
  (50, 'evaluationAcceptance', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定');
