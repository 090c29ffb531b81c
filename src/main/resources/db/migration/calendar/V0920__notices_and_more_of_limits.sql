create table holiday_notice (
  notice_year integer primary key,
  source varchar(200) not null,
  recorded_at timestamp with time zone not null,
  version integer not null
);

create table holiday_day (
  notice_year integer not null references holiday_notice (notice_year),
  on_day date not null,
  works boolean not null,
  primary key (notice_year, on_day)
);

alter table time_limit add column route varchar(20);
alter table time_limit add column start_rule varchar(20) default 'DAY_AFTER' not null;
create sequence time_limit_id start with 1000 increment by 1;
create index time_limit_step on time_limit (step, valid_from);
