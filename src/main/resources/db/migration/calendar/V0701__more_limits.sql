-- National law fixes none of these either; they are the defaults of an office that has set none.
insert into time_limit (id, step, valid_from, days, counting, source) values
  (11, 'hearing', date '2025-04-20', 20, 'WORKING_DAYS', '本单位规定（答疑口径：书面要求的，写明合理期限）'),
  (12, 'returning', date '2025-04-20', 2, 'WORKING_DAYS', '本单位规定'),
  (13, 'amending', date '2025-04-20', 10, 'WORKING_DAYS', '本单位规定'),
  (14, 'revising', date '2025-04-20', 60, 'WORKING_DAYS', '本单位规定'),
  (15, 'issuing', date '2025-04-20', 60, 'WORKING_DAYS', '本单位规定'),
  (16, 'consultation', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定'),
  (17, 'evaluation', date '2025-04-20', 20, 'WORKING_DAYS', '按委托合同'),
  (18, 'higherOpinion', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定'),
  (19, 'ownReview', date '2025-04-20', 5, 'WORKING_DAYS', '本单位规定（办法第二十九条未规定天数）'),
  (20, 'ownSigning', date '2025-04-20', 2, 'WORKING_DAYS', '本单位规定'),
  (21, 'ownSealing', date '2025-04-20', 2, 'WORKING_DAYS', '本单位规定'),
  (22, 'exceptionNotice', date '2025-04-20', 60, 'CALENDAR_DAYS', '本单位规定：例外到期前提前通知的天数'),
  (23, 'exceptionCheck', date '2025-04-20', 180, 'CALENDAR_DAYS', '本单位规定：以终止条件为准的例外，定期核对的间隔'),
  (24, 'reassessing', date '2025-04-20', 20, 'WORKING_DAYS', '本单位规定'),
  (25, 'stopNotice', date '2025-04-20', 3, 'WORKING_DAYS', '办法第二十五条：及时停止');
