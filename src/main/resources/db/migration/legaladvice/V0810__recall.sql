alter table legal_advice add column recalled_by varchar(64);
alter table legal_advice add column recalled_at timestamp with time zone;
alter table legal_advice add column recall_reason varchar(4000);
