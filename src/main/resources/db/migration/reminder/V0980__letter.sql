-- Letters of the regulator (函件), from the draft until the matter is put right or handed on.
create table letter (
  number varchar(64) primary key,
  revision integer not null,
  region_id varchar(64) not null references region (id),
  regulator_unit_id varchar(64) not null references unit (id),
  source varchar(40) not null,
  subject varchar(64),
  subject_title varchar(500),
  restricted boolean not null,
  follows varchar(64) references letter (number),
  begun_by varchar(64),
  begun_at timestamp with time zone not null,
  kind varchar(40) not null,
  state varchar(20) not null,
  addressee_as varchar(20),
  addressee_unit_id varchar(64) references unit (id),
  addressee_name varchar(200) not null,
  title varchar(200) not null,
  facts varchar(20000) not null,
  ground_statement varchar(4000) not null,
  discipline_case varchar(40),
  appointment varchar(500) not null,
  request varchar(20000) not null,
  contact varchar(200) not null,
  copy_to varchar(1000) not null,
  attachments varchar(2000) not null,
  drafted_by varchar(64),
  legal_agreed boolean,
  legal_opinion varchar(20000),
  legal_by varchar(64),
  signing_step integer not null,
  signed_off_at timestamp with time zone,
  document_number varchar(100),
  word_file_id varchar(36),
  word_sha256 varchar(64),
  pdf_file_id varchar(36),
  pdf_sha256 varchar(64),
  data_file_id varchar(36),
  data_sha256 varchar(64),
  template_version varchar(64),
  sealed_on date,
  sealed_file_id varchar(36),
  delivered_on date,
  delivered_to varchar(200),
  delivery_way varchar(20),
  receipt_file_id varchar(36),
  reply_until timestamp with time zone,
  overdue_at timestamp with time zone,
  wait_reason varchar(4000),
  replied_on date,
  reply_text varchar(20000),
  reply_late boolean,
  reply_on_paper boolean,
  replied_by varchar(64),
  replied_at timestamp with time zone,
  rectified boolean,
  judgement varchar(20000),
  judged_by varchar(64),
  judged_at timestamp with time zone,
  escalated_to varchar(40),
  escalation_note varchar(4000),
  next_number varchar(64) references letter (number),
  escalated_by varchar(64),
  escalated_at timestamp with time zone,
  recalled_by varchar(64),
  recalled_at timestamp with time zone,
  recall_reason varchar(4000),
  ended_at timestamp with time zone
);
create index letter_region on letter (region_id, begun_at);
create index letter_addressee on letter (addressee_unit_id);
create index letter_subject on letter (subject);
create index letter_follows on letter (follows);

create table letter_measure (
  letter_number varchar(64) not null references letter (number),
  place integer not null,
  title varchar(500) not null,
  issued_number varchar(200) not null,
  drafter varchar(200) not null,
  primary key (letter_number, place)
);
create table letter_finding (
  letter_number varchar(64) not null references letter (number),
  place integer not null,
  measure_title varchar(500) not null,
  address varchar(500) not null,
  quotation varchar(20000) not null,
  standard varchar(1000) not null,
  reason varchar(20000) not null,
  asked varchar(20000) not null,
  rectified boolean,
  rectification_note varchar(4000),
  primary key (letter_number, place)
);
create table letter_signing_step (
  letter_number varchar(64) not null references letter (number),
  place integer not null,
  label varchar(40) not null,
  role varchar(20) not null,
  primary key (letter_number, place)
);
create table letter_signature (
  letter_number varchar(64) not null references letter (number),
  place integer not null,
  step integer not null,
  label varchar(40) not null,
  user_id varchar(64) not null,
  agreed boolean not null,
  remark varchar(20000) not null,
  signed_at timestamp with time zone not null,
  valid boolean not null,
  primary key (letter_number, place)
);
create table letter_extension (
  letter_number varchar(64) not null references letter (number),
  place integer not null,
  wished_until date not null,
  reason varchar(4000) not null,
  asked_by varchar(64) not null,
  asked_at timestamp with time zone not null,
  granted boolean,
  decision_note varchar(4000),
  decided_by varchar(64),
  decided_at timestamp with time zone,
  primary key (letter_number, place)
);
create table letter_reply_file (
  letter_number varchar(64) not null references letter (number),
  place integer not null,
  file_id varchar(36) not null,
  primary key (letter_number, place)
);

-- Every 文号 that was allotted in a region: none twice, void ones stay.
create table letter_document_number (
  region_id varchar(64) not null references region (id),
  document_number varchar(100) not null,
  letter_number varchar(64) not null references letter (number),
  allotted_at timestamp with time zone not null,
  voided_at timestamp with time zone,
  primary key (region_id, document_number)
);
