-- The working-day calendar as rows, so that a query can count: written at start from calendar/holidays.yaml.
create table working_day (
  on_day date primary key,
  works boolean not null,
  ordinal integer not null
);
create index working_day_ordinal on working_day (ordinal, works);
