-- Signing chains are values of the office like all others: 审核:SECTIONHEAD,签发:LEADER.
insert into office_value (region_id, name, valid_from, setting)
select a.region_id, 'signing.joint', a.valid_from,
  a.label || ':' || a.role
    || coalesce((select ',' || b.label || ':' || b.role from office_signing_step b
         where b.region_id = a.region_id and b.valid_from = a.valid_from and b.place = 1), '')
    || coalesce((select ',' || c.label || ':' || c.role from office_signing_step c
         where c.region_id = a.region_id and c.valid_from = a.valid_from and c.place = 2), '')
from office_signing_step a where a.place = 0;

update office_value set region_id = '*', name = 'signing.own' where region_id = 'own' and name = 'signing.joint';

drop table office_signing_step;
