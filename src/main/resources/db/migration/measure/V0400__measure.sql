create table measure (
  id varchar(36) primary key,
  drafting_unit_id varchar(64) not null references unit (id),
  region_id varchar(64) not null references region (id),
  title varchar(500) not null,
  kind varchar(40) not null,
  issuance varchar(40) not null,
  issuing_body varchar(200) not null,
  co_drafters varchar(500) not null,
  industries varchar(500) not null,
  legal_basis varchar(4000) not null,
  contact_name varchar(100) not null,
  contact_phone varchar(100) not null,
  created_by varchar(64) not null,
  created_at timestamp with time zone not null
);

create table measure_version (
  id varchar(36) primary key,
  measure_id varchar(36) not null references measure (id),
  number integer not null,
  heard boolean not null,
  hearing varchar(20000) not null,
  adoption varchar(20000) not null,
  first_opinion varchar(20000) not null,
  digest varchar(64) not null,
  submitted_by varchar(64) not null,
  submitted_at timestamp with time zone not null,
  unique (measure_id, number)
);

create table manifest_entry (
  version_id varchar(36) not null references measure_version (id),
  line integer not null,
  role varchar(20) not null,
  place integer not null,
  file_id varchar(36) not null,
  file_name varchar(255) not null,
  size bigint not null,
  sha256 varchar(64) not null,
  primary key (version_id, line)
);
