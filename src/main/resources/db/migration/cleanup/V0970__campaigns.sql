-- The register of measures in force (现行有效政策措施台账).
create table measure_in_force (
  measure_id varchar(36) primary key references measure (id),
  revision integer not null,
  region_id varchar(64) not null references region (id),
  unit_id varchar(64) not null references unit (id),
  issuer_unit_id varchar(64) references unit (id),
  title varchar(500) not null,
  title_key varchar(500) not null,
  document_number varchar(100) not null,
  number_key varchar(100) not null,
  issued_on date,
  valid_until date,
  link varchar(1000) not null,
  version_id varchar(36) references measure_version (id),
  text_fingerprint varchar(64),
  state varchar(20) not null,
  state_since date not null,
  origin varchar(20) not null,
  origin_case varchar(64),
  evaluated_on date,
  next_evaluation_on date,
  exception_until date,
  exception_condition varchar(4000) not null,
  exception_case varchar(64),
  -- the ends for which a case was opened already
  expiry_looked_at date,
  exception_looked_at date,
  entered_by varchar(64),
  entered_at timestamp with time zone not null
);
create index measure_in_force_region on measure_in_force (region_id, state);
create index measure_in_force_unit on measure_in_force (unit_id, state);
create index measure_in_force_title on measure_in_force (region_id, title_key);
create index measure_in_force_number on measure_in_force (region_id, number_key);
create index measure_in_force_text on measure_in_force (region_id, text_fingerprint);
-- What falls due: looked for every day among what is in force.
create index measure_in_force_evaluation on measure_in_force (state, next_evaluation_on);
create index measure_in_force_expiry on measure_in_force (state, valid_until);
create index measure_in_force_exception on measure_in_force (state, exception_until);

-- A clean-up (清理工作) over measures in force.
create table campaign (
  number varchar(64) primary key,
  revision integer not null,
  region_id varchar(64) not null references region (id),
  regulator_unit_id varchar(64) not null references unit (id),
  kind varchar(30) not null,
  routine boolean not null,
  title varchar(200) not null,
  scope varchar(4000) not null,
  cut_off date not null,
  deadline date not null,
  responsibility varchar(20) not null,
  regime varchar(20) not null,
  sampling_share integer not null,
  seed varchar(64),
  notice_number varchar(100) not null,
  notice_file_id varchar(36),
  state varchar(20) not null,
  places integer not null,
  made_by varchar(64),
  made_at timestamp with time zone not null,
  started_at timestamp with time zone,
  published_on date,
  catalogue_number varchar(100),
  catalogue_link varchar(500),
  catalogue_file_id varchar(36),
  published_by varchar(64),
  published_at timestamp with time zone,
  closed_at timestamp with time zone
);
create index campaign_region on campaign (region_id, state);

create table campaign_unit (
  campaign_number varchar(64) not null references campaign (number),
  unit_id varchar(64) not null references unit (id),
  letter_wanted_at timestamp with time zone,
  list_file_id varchar(36),
  list_handed_in_at timestamp with time zone,
  primary key (campaign_number, unit_id)
);

-- One measure in a clean-up (清理事项).
create table legacy_case (
  number varchar(64) primary key,
  revision integer not null,
  campaign_number varchar(64) not null references campaign (number),
  place integer not null,
  measure_id varchar(36) not null references measure (id),
  version_id varchar(36) references measure_version (id),
  region_id varchar(64) not null references region (id),
  unit_id varchar(64) not null references unit (id),
  issuer_unit_id varchar(64) references unit (id),
  regulator_unit_id varchar(64) not null references unit (id),
  regime varchar(20) not null,
  occasion varchar(20) not null,
  due_on date not null,
  stage varchar(20) not null,
  stage_since timestamp with time zone not null,
  sampled boolean not null,
  -- the draw in which it took part
  drawn_in varchar(36),
  proposal varchar(20),
  proposal_reason varchar(20000) not null,
  exception_case varchar(40),
  exception_effect varchar(20000),
  exception_ground varchar(20000),
  exception_least_harm varchar(20000),
  exception_period_reason varchar(20000),
  exception_other varchar(20000),
  exception_ends_on date,
  exception_end_condition varchar(4000),
  checked_by varchar(64),
  checked_at timestamp with time zone,
  signed_by varchar(64),
  signed_at timestamp with time zone,
  reviewed_by varchar(64),
  reviewed_at timestamp with time zone,
  review_remark varchar(20000) not null,
  taken_in_bulk boolean not null,
  outcome varchar(20),
  outcome_reason varchar(20000) not null,
  decision_number varchar(100) not null,
  decided_on date,
  decision_file_id varchar(36),
  decided_by varchar(64),
  decided_at timestamp with time zone,
  revision_case varchar(64) references review_case (number),
  announcement_number varchar(100) not null,
  announced_on date,
  announcement_link varchar(500) not null,
  announcement_file_id varchar(36),
  carried_out_by varchar(64),
  carried_out_at timestamp with time zone,
  confirmed_by varchar(64),
  confirmed_at timestamp with time zone,
  closed_at timestamp with time zone,
  unique (campaign_number, place)
);
create index legacy_case_campaign on legacy_case (campaign_number, stage, place);
create index legacy_case_outcome on legacy_case (campaign_number, outcome);
create index legacy_case_board on legacy_case (campaign_number, unit_id, stage, outcome);
create index legacy_case_unit on legacy_case (unit_id, stage);
create index legacy_case_measure on legacy_case (measure_id);
create index legacy_case_revision on legacy_case (revision_case);

-- That somebody gave a case back, and why.
create table legacy_return (
  case_number varchar(64) not null references legacy_case (number),
  line integer not null,
  stage varchar(20) not null,
  reason varchar(4000) not null,
  returned_by varchar(64) not null,
  returned_at timestamp with time zone not null,
  primary key (case_number, line)
);

-- When a case came into which stage: the progress of a clean-up over time.
create table legacy_step (
  id bigint generated by default as identity primary key,
  case_number varchar(64) not null references legacy_case (number),
  campaign_number varchar(64) not null,
  stage varchar(20) not null,
  since timestamp with time zone not null
);
create index legacy_step_campaign on legacy_step (campaign_number, since);
create index legacy_step_case on legacy_step (case_number);

-- A passage of a measure in force that may violate a standard, as the unit or the regulator found it.
create table legacy_finding (
  id bigint generated by default as identity primary key,
  case_number varchar(64) not null references legacy_case (number),
  finder varchar(20) not null,
  file_sha256 varchar(64) not null,
  address varchar(500) not null,
  start_offset integer not null,
  end_offset integer not null,
  quotation varchar(20000) not null,
  item varchar(20) not null,
  sub_item varchar(20),
  reason varchar(20000) not null,
  required_change varchar(20000) not null,
  legal_basis varchar(20),
  legal_basis_source varchar(2000),
  specific_operator boolean,
  hit_key varchar(64),
  disposition varchar(20) not null,
  justification varchar(40),
  disposition_note varchar(20000) not null
);
create index legacy_finding_case on legacy_finding (case_number);

-- Long work that the product does by itself in portions, and that a person can stop: an import, an opening, a bulk action.
create table clean_up_job (
  id varchar(36) primary key,
  revision integer not null,
  kind varchar(30) not null,
  campaign_number varchar(64) not null references campaign (number),
  parameter varchar(4000) not null,
  asked_by varchar(64),
  asked_at timestamp with time zone not null,
  state varchar(20) not null,
  total integer not null,
  done integer not null,
  refused integer not null,
  stop_wanted boolean not null,
  worker varchar(36),
  held_until timestamp with time zone,
  attempts integer not null,
  finished_at timestamp with time zone
);
create index clean_up_job_state on clean_up_job (state);
create index clean_up_job_campaign on clean_up_job (campaign_number, asked_at);

create table clean_up_job_item (
  job_id varchar(36) not null references clean_up_job (id),
  place integer not null,
  subject varchar(64) not null,
  state varchar(20) not null,
  message varchar(1000) not null,
  primary key (job_id, place)
);
create index clean_up_job_item_state on clean_up_job_item (job_id, state, place);
