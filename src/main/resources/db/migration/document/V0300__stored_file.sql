create table stored_file (
  id varchar(36) not null primary key,
  sha256 varchar(64) not null,
  name varchar(255) not null,
  size bigint not null,
  media_type varchar(127) not null,
  kind varchar(32),
  uploaded_by varchar(64),
  uploaded_at timestamp with time zone not null,
  unit_id varchar(64),
  region varchar(64),
  bound_to varchar(64)
);

create index stored_file_sha256 on stored_file (sha256);
create index stored_file_uploaded_by on stored_file (uploaded_by);
create index stored_file_bound_to on stored_file (bound_to);
