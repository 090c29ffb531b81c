-- The case whose exception is reviewed again in this one.
alter table review_case add column renewal_of varchar(64);
alter table exception_term add column renewed boolean default false not null;
