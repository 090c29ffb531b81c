-- The complaint that verifies the measure of a lead, whose conclusion is the end of the lead.
alter table lead add column checked_in varchar(64);
create index lead_checked_in on lead (checked_in);
