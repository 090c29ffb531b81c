create table legal_advice (
  id varchar(36) primary key,
  case_number varchar(64) not null,
  question varchar(20000) not null,
  adviser_id varchar(64) not null,
  requested_by varchar(64) not null,
  requested_at timestamp with time zone not null,
  opinion varchar(20000),
  given_at timestamp with time zone
);
create index legal_advice_case on legal_advice (case_number);
