-- The periods of comment and the disclosure are the law's; where a number could not be read in the original, its source says so.
insert into time_limit (id, step, valid_from, days, counting, source) values
  (100, 'commentBusiness', date '2020-01-01', 30, 'CALENDAR_DAYS', '优化营商环境条例第六十二条：与市场主体生产经营活动密切相关的，一般不少于30日'),
  (101, 'commentDecision', date '2019-09-01', 30, 'CALENDAR_DAYS', '重大行政决策程序暂行条例第十五条：一般不少于30日，缩短的应当说明'),
  (102, 'commentOther', date '2019-09-01', 7, 'WORKING_DAYS', '法治政府建设示范指标第24项：一般不少于7个工作日（据市级页面转引，待核对原文）'),
  (103, 'legalityDecision', date '2019-09-01', 7, 'WORKING_DAYS', '重大行政决策程序暂行条例：一般不少于7个工作日，不得少给'),
  (104, 'legalityDocument', date '2018-12-01', 15, 'WORKING_DAYS', '国办发〔2018〕115号：5至15个工作日（天数待核对原文）'),
  (105, 'procedureDrafting', date '2018-12-01', 10, 'WORKING_DAYS', '本单位规定'),
  (106, 'procedureSupplement', date '2018-12-01', 5, 'WORKING_DAYS', '本单位规定'),
  (107, 'deliberation', date '2018-12-01', 20, 'WORKING_DAYS', '本单位规定'),
  (108, 'disclosure', date '2018-12-01', 20, 'WORKING_DAYS', '政府信息公开条例第二十六条：自形成或者变更之日起20个工作日内'),
  (109, 'documentFiling', date '2018-12-01', 30, 'CALENDAR_DAYS', '天数待核实：湖北省行政规范性文件管理办法（省政府令第379号）的备案期限未查到，常见15日或者30日');
