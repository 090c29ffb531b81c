-- The measure as the officer names it when the complaint is accepted. What the reporter typed may say who reported, and stays
-- with the handlers.
alter table complaint add column verified_title varchar(500);
alter table complaint add column verified_number varchar(200);
update complaint set verified_title = measure_title, verified_number = measure_number where drafting_unit_id is not null;
