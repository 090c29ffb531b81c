-- A spot check that is given up before its list is fixed: by whom, when and why.
alter table spot_check add given_up_by varchar(64);
alter table spot_check add given_up_at timestamp with time zone;
alter table spot_check add given_up_reason varchar(4000);
