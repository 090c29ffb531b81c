-- What a letter keeps of the day on which it was issued, by the registers: who drafted, under which name the regulator
-- wrote, the limit that the document states. Why a draft came back, whoever sent it back.
alter table letter add column issued_as varchar(200);
alter table letter add column reply_limit_id bigint references time_limit (id);
alter table letter add column sent_back_from varchar(40);
alter table letter add column sent_back_by varchar(64);
alter table letter add column sent_back_reason varchar(20000);

alter table letter_measure add column drafter_unit_id varchar(64) references unit (id);
update letter_measure set drafter_unit_id =
  (select min(unit.id) from unit where unit.name = letter_measure.drafter and unit.dissolved_at is null);
alter table letter_finding add column finding_id varchar(64);

-- What two numbers are compared by: brackets, digits and spaces are typed in many ways.
alter table letter_document_number add column number_key varchar(100);
update letter_document_number set number_key = replace(replace(
  translate(document_number, '０１２３４５６７８９[](（）［］【】)', '0123456789〔〕〔〔〕〔〕〔〕〕'), ' ', ''), '　', '');
alter table letter_document_number alter column number_key set not null;
create index letter_document_number_key on letter_document_number (region_id, number_key);
