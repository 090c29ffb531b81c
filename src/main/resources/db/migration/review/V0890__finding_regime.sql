-- To whose standards a finding's item belongs: a review that goes on under the next regime asks about each again.
alter table finding add column regime varchar(20);
update finding set regime = (select c.regime from review_case c where c.number = finding.case_number);
alter table finding alter column regime set not null;
