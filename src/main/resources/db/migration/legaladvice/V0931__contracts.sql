-- Contracts on which advisers are asked (合同审查); the opinion is a row of legal_advice under the contract's number.
create table advice_contract (
  number varchar(64) primary key,
  region_id varchar(64) not null references region (id),
  unit_id varchar(64) not null references unit (id),
  title varchar(200) not null,
  counterparty varchar(200) not null,
  amount numeric(16, 2),
  submitted_by varchar(64) not null,
  submitted_at timestamp with time zone not null
);
create index advice_contract_region on advice_contract (region_id);

-- Consecutive per region and year: none twice, no gap.
create table contract_series (
  region_id varchar(64) not null references region (id),
  series_year integer not null,
  last_number integer not null,
  primary key (region_id, series_year)
);
