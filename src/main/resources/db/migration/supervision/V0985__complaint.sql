-- Complaints (举报). Who reported and in which words is sealed with the key in the data folder: columns *_sealed.
create table complaint (
  number varchar(64) primary key,
  revision integer not null,
  region_id varchar(64) not null references region (id),
  regulator_unit_id varchar(64) not null references unit (id),
  channel varchar(20) not null,
  real_name boolean not null,
  reporter_sealed varchar(10000),
  words_sealed varchar(200000) not null,
  secret_hash varchar(200) not null,
  form_key varchar(64) unique,
  measure_title varchar(500) not null,
  measure_number varchar(200) not null,
  drafter_named varchar(200) not null,
  issued boolean not null,
  received_on date not null,
  registered_by varchar(64),
  registered_at timestamp with time zone not null,
  state varchar(20) not null,
  handler varchar(64),
  assessment varchar(20),
  assessment_reason varchar(4000),
  sent_to varchar(200),
  supplement_asked varchar(4000),
  supplement_until timestamp with time zone,
  drafting_unit_id varchar(64) references unit (id),
  matter varchar(4000),
  taken_up_reason varchar(4000),
  conforming_on date,
  conclude_until timestamp with time zone,
  statement_until timestamp with time zone,
  late_at timestamp with time zone,
  statement_text varchar(20000),
  statement_on_paper boolean,
  stated_by varchar(64),
  stated_at timestamp with time zone,
  statement_missing boolean not null,
  verification_way varchar(20),
  whole_measure varchar(20000),
  procedure_result varchar(20),
  procedure_note varchar(4000),
  review_result varchar(20),
  review_note varchar(4000),
  outcome varchar(20),
  conclusion varchar(20000),
  letter_kind varchar(40),
  regime varchar(40),
  verified_by varchar(64),
  verified_at timestamp with time zone,
  signing_step integer not null,
  concluded_at timestamp with time zone,
  letter_number varchar(64),
  told_on date,
  told_way varchar(20),
  told_text varchar(4000),
  told_by varchar(64),
  told_at timestamp with time zone,
  ended_at timestamp with time zone
);
create index complaint_region on complaint (region_id, registered_at);

create table complaint_supplement (
  complaint_number varchar(64) not null references complaint (number),
  place integer not null,
  received_on date not null,
  words_sealed varchar(200000) not null,
  registered_by varchar(64),
  registered_at timestamp with time zone not null,
  primary key (complaint_number, place)
);
create table complaint_finding (
  complaint_number varchar(64) not null references complaint (number),
  place integer not null,
  item varchar(40) not null,
  address varchar(500) not null,
  quotation varchar(20000) not null,
  reason varchar(20000) not null,
  required_change varchar(20000) not null,
  primary key (complaint_number, place)
);
create table complaint_signing_step (
  complaint_number varchar(64) not null references complaint (number),
  place integer not null,
  label varchar(40) not null,
  role varchar(20) not null,
  primary key (complaint_number, place)
);
create table complaint_signature (
  complaint_number varchar(64) not null references complaint (number),
  place integer not null,
  step integer not null,
  label varchar(40) not null,
  user_id varchar(64) not null,
  agreed boolean not null,
  remark varchar(20000) not null,
  signed_at timestamp with time zone not null,
  valid boolean not null,
  primary key (complaint_number, place)
);
create table complaint_extension (
  complaint_number varchar(64) not null references complaint (number),
  place integer not null,
  wished_until date not null,
  reason varchar(4000) not null,
  asked_by varchar(64) not null,
  asked_at timestamp with time zone not null,
  granted boolean,
  decision_note varchar(4000),
  decided_by varchar(64),
  decided_at timestamp with time zone,
  primary key (complaint_number, place)
);
create table complaint_statement_file (
  complaint_number varchar(64) not null references complaint (number),
  place integer not null,
  file_id varchar(36) not null,
  primary key (complaint_number, place)
);

-- What came with a complaint, sealed like the words; without a number as long as nobody filed it.
create table complaint_attachment (
  id varchar(64) primary key,
  complaint_number varchar(64) references complaint (number),
  name_sealed varchar(4000) not null,
  size bigint not null,
  file_id varchar(36) not null,
  brought_at timestamp with time zone not null
);
create index complaint_attachment_complaint on complaint_attachment (complaint_number);
