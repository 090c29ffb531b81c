alter table measure add column circulation varchar(20) default 'INTERNAL' not null;
-- How interested parties were heard on a measure that may not be shown to everybody (Measures 28).
alter table measure add column hearing_otherwise varchar(4000) default '' not null;
