-- Spreadsheets of monitoring points and their visits: looked at first, then taken over.
create table monitoring_import (
  id varchar(36) primary key,
  revision integer not null,
  region_id varchar(64) not null references region (id),
  regulator_unit_id varchar(64) not null references unit (id),
  file_name varchar(255) not null,
  sha256 varchar(64) not null,
  brought_by varchar(64) not null,
  brought_at timestamp with time zone not null,
  entered_by varchar(64),
  entered_at timestamp with time zone,
  points_entered integer not null,
  visits_entered integer not null
);
create table monitoring_import_line (
  import_id varchar(36) not null references monitoring_import (id),
  line integer not null,
  cells varchar(1000000) not null,
  problems varchar(1000000) not null,
  state varchar(20) not null,
  primary key (import_id, line)
);
