create table evaluation (
  id varchar(36) primary key,
  case_number varchar(64) not null,
  evaluator_unit_id varchar(64) not null references unit (id),
  purpose varchar(40) not null,
  question varchar(20000) not null,
  requested_by varchar(64) not null,
  requested_at timestamp with time zone not null,
  summary varchar(20000),
  report_file_id varchar(36),
  given_by varchar(64),
  given_at timestamp with time zone
);
create index evaluation_case on evaluation (case_number);
create index evaluation_unit on evaluation (evaluator_unit_id);
