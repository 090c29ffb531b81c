-- An instruction may be taken back, with the reason; it stands in the list and waits for nobody.
alter table case_instruction add column withdrawn_at timestamp with time zone;
alter table case_instruction add column withdrawn_because varchar(2000);
