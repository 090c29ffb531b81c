-- How a case went, once the engine's history of it was taken away: for the replay, the search and the four-eyes report.
create table case_course (
  case_number varchar(64) not null primary key,
  course text not null,
  sha256 varchar(64) not null,
  late boolean not null,
  archived_at timestamp with time zone not null
);

create table case_course_step (
  case_number varchar(64) not null references case_course (case_number),
  place integer not null,
  element varchar(255) not null,
  done_by varchar(64),
  primary key (case_number, place)
);
create index case_course_step_element on case_course_step (element);
