-- How a normative document or a major administrative decision is made (制定程序), from the public's comments to its filing.
create table procedure_case (
  number varchar(64) primary key,
  revision integer not null,
  region_id varchar(64) not null references region (id),
  drafting_unit_id varchar(64) not null references unit (id),
  legal_unit_id varchar(64) not null references unit (id),
  title varchar(500) not null,
  kind varchar(30) not null,
  decider varchar(20) not null,
  deciding_body varchar(200) not null,
  business boolean not null,
  opened_by varchar(64) not null,
  opened_at timestamp with time zone not null,
  state varchar(20) not null,
  procedure_round integer not null,
  draft_file_id varchar(36),
  comment_starts_on date,
  comment_ends_on date,
  comment_place varchar(200),
  comment_link varchar(500),
  comment_short_reason varchar(4000),
  comments_received integer,
  comments_summary varchar(20000),
  comments_adoption varchar(20000),
  comments_file_id varchar(36),
  review_case varchar(64) references review_case (number),
  fair_outcome varchar(20),
  adopted_on date,
  published_on date,
  published_place varchar(200),
  published_link varchar(500),
  document_number varchar(100),
  published_file_id varchar(36),
  filed_with varchar(200),
  filed_on date,
  filing_number varchar(100),
  filing_file_id varchar(36),
  procedure_end varchar(20),
  end_reason varchar(4000) not null,
  ended_at timestamp with time zone
);
create index procedure_case_region on procedure_case (region_id, opened_at);
create index procedure_case_unit on procedure_case (drafting_unit_id);
create index procedure_case_legal on procedure_case (legal_unit_id);
create index procedure_case_review on procedure_case (review_case);

-- Each step with its limit, as often as it was gone through.
create table procedure_step (
  procedure_number varchar(64) not null references procedure_case (number),
  place integer not null,
  step varchar(20) not null,
  step_round integer not null,
  since timestamp with time zone not null,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by varchar(64),
  primary key (procedure_number, place)
);

-- What the legal side said of a draft (合法性审查), and what it asked to be supplied.
create table procedure_legality (
  procedure_number varchar(64) not null references procedure_case (number),
  place integer not null,
  legality_round integer not null,
  legality varchar(20) not null,
  said varchar(20000) not null,
  given_on date not null,
  file_id varchar(36),
  given_by varchar(64) not null,
  given_at timestamp with time zone not null,
  supplied varchar(20000) not null,
  supplied_file_id varchar(36),
  primary key (procedure_number, place)
);

-- The conclusions of fair-competition review on which a draft went on or back; a version counts once.
create table procedure_fair_review (
  procedure_number varchar(64) not null references procedure_case (number),
  place integer not null,
  fair_round integer not null,
  review_case varchar(64) not null references review_case (number),
  version_id varchar(36) not null,
  outcome varchar(20) not null,
  reason varchar(4000) not null,
  concluded_on date not null,
  settled_at timestamp with time zone not null,
  primary key (procedure_number, place)
);

-- How the draft came back to its drafter, and what was changed.
create table procedure_change (
  procedure_number varchar(64) not null references procedure_case (number),
  place integer not null,
  change_round integer not null,
  cause varchar(20) not null,
  cause_reason varchar(4000) not null,
  said varchar(20000) not null,
  material boolean not null,
  changed_by varchar(64),
  changed_at timestamp with time zone,
  primary key (procedure_number, place)
);

-- The collective deliberation (集体审议), with the dissent that its minutes hold.
create table procedure_deliberation (
  procedure_number varchar(64) not null references procedure_case (number),
  place integer not null,
  deliberation_round integer not null,
  held_on date not null,
  meeting varchar(200) not null,
  decision varchar(30) not null,
  changes varchar(20000) not null,
  material boolean not null,
  dissent varchar(20000) not null,
  minutes_file_id varchar(36) not null,
  registered_by varchar(64) not null,
  registered_at timestamp with time zone not null,
  primary key (procedure_number, place)
);
