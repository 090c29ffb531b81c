-- A kept query belongs to the page on which it was asked.
alter table saved_view add column page varchar(20) default 'cases' not null;
