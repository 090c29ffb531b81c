-- Which checkpoints were mailed off the machine; a row without a moment is being sent, or its sending ended with the product.
create table checkpoint_mail (
  checkpoint bigint not null primary key,
  taken_at timestamp with time zone not null,
  sent_at timestamp with time zone
);

-- Of which checkpoints the file was written, and into which folder (SHA-256 of its path): one that was and is gone is not
-- written again unasked.
create table checkpoint_file (
  checkpoint bigint not null,
  folder varchar(64) not null,
  primary key (checkpoint, folder)
);
