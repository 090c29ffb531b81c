create table region (
  id varchar(64) primary key,
  name varchar(200) not null,
  parent_id varchar(64) references region (id)
);

create table unit (
  id varchar(64) primary key,
  name varchar(200) not null,
  region_id varchar(64) not null references region (id),
  regulator boolean not null
);
