create table extraction (
  file_sha256 varchar(64) not null primary key,
  extractor varchar(64) not null,
  segmenter varchar(64) not null,
  text_sha256 varchar(64) not null,
  extracted_at timestamp with time zone not null
);

create table passage (
  file_sha256 varchar(64) not null references extraction (file_sha256),
  ordinal integer not null,
  address varchar(200) not null,
  kind varchar(16) not null,
  start_offset integer not null,
  end_offset integer not null,
  text varchar(200000) not null,
  primary key (file_sha256, ordinal)
);
