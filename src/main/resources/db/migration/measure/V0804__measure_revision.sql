-- Two who raise the level of one measure at the same moment: the second sees what the first did.
alter table measure add column revision integer default 0 not null;
