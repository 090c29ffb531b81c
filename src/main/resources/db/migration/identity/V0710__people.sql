alter table unit add column liaison varchar(200);
alter table unit add column deputy varchar(200);
alter table unit add column supervising_leader varchar(200);
alter table unit add column successor_id varchar(64) references unit (id);
alter table unit add column dissolved_at timestamp with time zone;

create table account (
  user_id varchar(64) primary key,
  unit_id varchar(64) references unit (id),
  password_must_change boolean not null,
  disabled boolean not null,
  generation bigint not null
);
