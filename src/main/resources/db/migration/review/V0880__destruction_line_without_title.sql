-- A title is shown as the circulation of the measure allows today, not as it did when the list was drafted.
alter table destruction_line drop column title;
