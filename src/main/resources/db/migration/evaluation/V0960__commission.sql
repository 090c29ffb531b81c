-- What an institution is commissioned with, and what becomes of its report.
alter table evaluation add column revision integer default 0 not null;
alter table evaluation add column region_id varchar(64) references region (id);
alter table evaluation add column regulator_unit_id varchar(64) references unit (id);
alter table evaluation add column evaluated_unit_id varchar(64) references unit (id);
alter table evaluation add column title varchar(500);
alter table evaluation add column acceptance_role varchar(20) default 'REVIEWER' not null;
alter table evaluation add column report_due_at timestamp with time zone;
alter table evaluation add column accepted_by varchar(64);
alter table evaluation add column accepted_at timestamp with time zone;

update evaluation set
  region_id = (select c.region_id from review_case c where c.number = evaluation.case_number),
  regulator_unit_id = (select c.regulator_unit_id from review_case c where c.number = evaluation.case_number),
  evaluated_unit_id = (select c.drafting_unit_id from review_case c where c.number = evaluation.case_number),
  title = (select m.title from review_case c join measure m on m.id = c.measure_id where c.number = evaluation.case_number),
  accepted_at = given_at;

alter table evaluation alter column region_id set not null;
alter table evaluation alter column regulator_unit_id set not null;
alter table evaluation alter column title set not null;

create table evaluation_material (
  evaluation_id varchar(36) not null references evaluation (id),
  place integer not null,
  file_id varchar(36) not null,
  primary key (evaluation_id, place)
);

-- institutions at work go on with what they were shown: the reviewed files of the version
insert into evaluation_material (evaluation_id, place, file_id)
  select e.id, row_number() over (partition by e.id order by f.line) - 1, f.file_id
  from evaluation e
  join review_case c on c.number = e.case_number
  join manifest_entry f on f.version_id = c.version_id
  where e.given_at is null and e.recalled_at is null and f.role in ('BODY', 'ATTACHMENT');

create table evaluation_returned (
  evaluation_id varchar(36) not null references evaluation (id),
  place integer not null,
  summary varchar(20000) not null,
  report_file_id varchar(36) not null,
  given_by varchar(64) not null,
  given_at timestamp with time zone not null,
  report_due_at timestamp with time zone,
  returned_by varchar(64) not null,
  returned_at timestamp with time zone not null,
  return_reason varchar(4000) not null,
  primary key (evaluation_id, place)
);

create table evaluation_finding (
  evaluation_id varchar(36) not null references evaluation (id),
  place integer not null,
  report_number integer not null,
  quotation varchar(4000) not null,
  regime varchar(20) not null,
  item varchar(20) not null,
  effect varchar(4000) not null,
  suggestion varchar(4000) not null,
  finding_use varchar(20),
  use_note varchar(2000),
  primary key (evaluation_id, place)
);
