-- One row, which rare changes that look before they write lock one after the other.
create table turn (
  id integer primary key
);
insert into turn (id) values (1);
