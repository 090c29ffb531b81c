create table consultation (
  id varchar(36) primary key,
  case_number varchar(64) not null,
  kind varchar(20) not null,
  asked_unit_id varchar(64) not null references unit (id),
  question varchar(20000) not null,
  requested_by varchar(64) not null,
  requested_at timestamp with time zone not null,
  position varchar(20),
  opinion varchar(20000),
  given_by varchar(64),
  given_at timestamp with time zone
);
create index consultation_case on consultation (case_number);
create index consultation_unit on consultation (asked_unit_id);
