-- No statement looks for visits or tickets by these, and what they refer to is never deleted: each was written with every visit for
-- nothing (docs/adr/0182).
drop index visit_window_day;
drop index visit_division;
drop index visit_centre;
drop index visit_authority;
drop index visit_item;
drop index visit_end_case;
drop index ticket_item;

alter table visit_end
    alter column sealed_reason set storage external; -- a cipher text does not become smaller
