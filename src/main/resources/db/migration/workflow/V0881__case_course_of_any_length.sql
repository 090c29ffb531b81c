-- The course of a case with many rounds and long forms may be of any length.
alter table case_course alter column course set data type text;
