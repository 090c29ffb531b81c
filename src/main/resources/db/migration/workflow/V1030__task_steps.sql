-- How long people took over their steps. The engine's history knows it, too, but is read slowly and goes to the archive.
create table task_step (
  task_id varchar(64) not null primary key,
  case_number varchar(64) not null,
  region_id varchar(64) not null,
  unit_id varchar(64),
  step varchar(600) not null,
  begun_at timestamp with time zone not null,
  begun_on date not null,
  due_at timestamp with time zone,
  -- set when it was done; one that was taken away never is
  done_on date,
  minutes integer,
  late varchar(8),
  -- the due date as long as it is open, and for good where it was done, or taken away, after it
  overdue_at timestamp with time zone,
  overdue_on date,
  left_on date
);
create index task_step_case on task_step (case_number);
-- the steps of a period, and those that were overdue at its end
create index task_step_done on task_step (done_on);
create index task_step_overdue on task_step (overdue_on);
