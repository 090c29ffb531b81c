alter table review_case add column route varchar(20) default 'JOINT' not null;
alter table review_case add column review_round integer default 1 not null;
alter table review_case add column change_asked varchar(20000);
alter table review_case add column case_end varchar(20);
alter table review_case add column end_reason varchar(4000);
alter table review_case add column ended_at timestamp with time zone;
alter table review_case add column on_behalf boolean default false not null;
alter table review_case add column exception_case varchar(40);
alter table review_case add column exception_effect varchar(20000);
alter table review_case add column exception_ground varchar(20000);
alter table review_case add column exception_least_harm varchar(20000);
alter table review_case add column exception_period_reason varchar(20000);
alter table review_case add column exception_other varchar(20000);
alter table review_case add column exception_ends_on date;
alter table review_case add column exception_end_condition varchar(4000);
alter table review_case add column issued_number varchar(100);
alter table review_case add column issued_on date;
alter table review_case add column issued_link varchar(1000);
alter table review_case add column issued_file_id varchar(36);
alter table review_case add column passages_deviating integer;
alter table review_case add column issued_too_early boolean;

-- What was concluded before the measure was submitted again: each conclusion belongs to one version (Measures 27).
create table case_conclusion (
  case_number varchar(64) not null references review_case (number),
  place integer not null,
  review_round integer not null,
  version_id varchar(36) not null references measure_version (id),
  conclusion varchar(40) not null,
  document_number varchar(100),
  document_file_id varchar(36),
  document_sha256 varchar(64),
  sealed_file_id varchar(36),
  signed_off_at timestamp with time zone not null,
  delivered_on date,
  voided boolean not null,
  reason varchar(4000) not null,
  primary key (case_number, place)
);

alter table finding add column review_round integer default 1 not null;
alter table finding add column carried_from bigint;
alter table finding add column carried varchar(20);
create index finding_round on finding (case_number, review_round);

-- An exception that is in force, until its end or its condition (Reg. 12, Measures 25).
create table exception_term (
  case_number varchar(64) primary key references review_case (number),
  revision integer not null,
  region_id varchar(64) not null references region (id),
  drafting_unit_id varchar(64) not null references unit (id),
  regulator_unit_id varchar(64) not null references unit (id),
  began_on date not null,
  ends_on date,
  end_condition varchar(4000) not null,
  state varchar(20) not null,
  statement varchar(20000),
  successor_case varchar(64),
  notice_file_id varchar(36),
  stopped_on date,
  stop_remark varchar(4000)
);

-- When the paper arrived, where the clerk registered it for a unit without accounts.
alter table review_case add column received_on date;

-- The signers of a unit's own review: its review body and its head (Measures 5, 29).
insert into office_signing_step (region_id, valid_from, place, label, role) values
  ('own', date '2025-04-20', 0, '复核', 'UNITREVIEWER'),
  ('own', date '2025-04-20', 1, '签署', 'UNITHEAD');
