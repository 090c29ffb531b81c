-- A spreadsheet of measures in force that was brought into a clean-up (清理导入), with its texts.
create table ledger_import (
  id varchar(36) primary key,
  revision integer not null,
  campaign_number varchar(64) not null references campaign (number),
  brought_by varchar(64) not null,
  brought_at timestamp with time zone not null,
  own_units_only boolean not null,
  sheet_name varchar(255) not null,
  sheet_sha256 varchar(64) not null,
  sheet_size bigint not null,
  texts_name varchar(255),
  texts_sha256 varchar(64),
  texts_size bigint,
  state varchar(20) not null,
  refusal varchar(4000),
  job_id varchar(36),
  line_count integer not null,
  valid_count integer not null,
  known_count integer not null,
  wrong_count integer not null,
  file_count integer not null,
  left_over_count integer not null,
  entered_count integer not null,
  taken_count integer not null,
  entered_by varchar(64),
  entered_at timestamp with time zone
);
create index ledger_import_campaign on ledger_import (campaign_number, brought_at);

-- A line of it: what stands in its cells, what was made of them, what is wrong, and what became of it.
create table ledger_import_line (
  import_id varchar(36) not null references ledger_import (id),
  line integer not null,
  cells varchar(100000) not null,
  title varchar(500) not null,
  number_key varchar(100) not null,
  unit_id varchar(64),
  issuer_unit_id varchar(64),
  kind varchar(40),
  issuance varchar(40),
  issued_on date,
  valid_until date,
  file_name varchar(1000),
  file_id varchar(36),
  text_fingerprint varchar(64),
  problems varchar(20000) not null,
  state varchar(20) not null,
  measure_id varchar(36),
  case_number varchar(64),
  primary key (import_id, line)
);
create index ledger_import_line_state on ledger_import_line (import_id, state, line);
create index ledger_import_line_text on ledger_import_line (import_id, text_fingerprint);
create index ledger_import_line_number on ledger_import_line (import_id, number_key);

-- A file of its archive of texts that no line names, or that is not taken.
create table ledger_import_file (
  import_id varchar(36) not null references ledger_import (id),
  place integer not null,
  name varchar(1000) not null,
  size bigint not null,
  note varchar(4000) not null,
  primary key (import_id, place)
);
