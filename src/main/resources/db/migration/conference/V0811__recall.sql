alter table consultation add column recalled_by varchar(64);
alter table consultation add column recalled_at timestamp with time zone;
alter table consultation add column recall_reason varchar(4000);
