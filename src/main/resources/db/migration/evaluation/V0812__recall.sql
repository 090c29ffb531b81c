alter table evaluation add column recalled_by varchar(64);
alter table evaluation add column recalled_at timestamp with time zone;
alter table evaluation add column recall_reason varchar(4000);
