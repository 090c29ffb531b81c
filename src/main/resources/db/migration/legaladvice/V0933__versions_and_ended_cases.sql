alter table legal_advice add column revision integer default 0 not null;
alter table adviser_conflict add column ended_at timestamp with time zone;

-- A case that has ended asks nobody any more; who submitted it stands for who ended it.
update legal_advice set
  recalled_by = (select c.submitted_by from review_case c where c.number = legal_advice.case_number),
  recalled_at = (select c.ended_at from review_case c where c.number = legal_advice.case_number),
  recall_reason = (select coalesce(c.end_reason, '') from review_case c where c.number = legal_advice.case_number)
where given_at is null and recalled_at is null
  and case_number in (select c.number from review_case c where c.case_end is not null and c.ended_at is not null);
