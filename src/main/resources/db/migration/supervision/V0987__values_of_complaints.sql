-- The public page is closed until an office opens it; phone, mailbox and e-mail are for each office to name (Regulation 22).
insert into office_value (name, region_id, valid_from, setting) values
  ('complaint.public', '*', date '2025-04-20', 'CLOSED'),
  ('complaint.signers', '*', date '2025-04-20', '审核:SECTIONHEAD,签发:LEADER');
