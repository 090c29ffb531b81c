-- Bytes that nobody refers to any more and that must go: deleted after the act that gave them up, and again at each start.
create table doomed_blob (
  sha256 varchar(64) not null primary key,
  doomed_at timestamp with time zone not null
);
