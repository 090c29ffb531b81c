-- How long each step took, in minutes: closed with the period, so that its medians stand, too. Periods closed before have none.
alter table closed_line add column minutes integer;
create index closed_line_subject on closed_line (subject, closing_id);
-- The lines of one figure are read without those of the others: H2 prefers the foreign key's index to the primary key's.
create index closed_line_figure on closed_line (closing_id, figure, region_id);
