alter table visit
    add column present text,
    add constraint visit_present_known check (present in ('APPLICANT', 'REPRESENTATIVE', 'OTHER', 'NOBODY'));
comment on column visit.present is 'Who was at the window; null for visits of before it was asked.';

alter table open_visit
    add column business_day date,
    add column found boolean not null default false;
comment on column open_visit.business_day is 'The day of the visit; null where an earlier release opened it while both ran.';
comment on column open_visit.found is 'Whether it was found that the visit had no end at the end of its day.';

update open_visit
set business_day = visit.business_day
from visit
where visit.id = open_visit.visit_id;

create index open_visit_day on open_visit (business_day) where not found;

alter table visit_end
    add column code text,
    add column ended_by text,
    add column handover_ticket_id uuid,
    add constraint visit_end_code_known check (code in
        ('CLOSING', 'SYSTEM_DOWN', 'APPLICANT_LEFT', 'HANDOVER', 'NOT_OUR_RESIDENT', 'OTHER')),
    add constraint visit_end_complete_has_no_code check (completeness = 'PARTIAL' or code is null),
    drop constraint visit_end_partial_has_reason,
    add constraint visit_end_partial_has_code
        check (completeness = 'COMPLETE' or code is not null or reason is not null or sealed_reason is not null),
    add constraint visit_end_handover_ticket_fk foreign key (handover_ticket_id) references ticket (id),
    add constraint visit_end_handover_ticket_once unique (handover_ticket_id),
    add constraint visit_end_handover_is_partial check (completeness = 'PARTIAL' or handover_ticket_id is null);
comment on column visit_end.code is 'Why not everything was checked; null when everything was, and for visits of before there were codes.';
comment on column visit_end.sealed_reason is 'Why not everything was checked in the clerk''s words, encrypted; context visit_end:<id>:reason. Null where nothing was said.';
comment on column visit_end.ended_by is 'The subject of the token of the clerk or supervisor; null for visits of before it was recorded.';
comment on column visit_end.handover_ticket_id is 'The ticket with which the applicant wished to go on at another window; null without a handover.';

create table uncompared_visit (
    visit_id uuid not null,
    constraint uncompared_visit_pk primary key (visit_id),
    constraint uncompared_visit_visit_fk foreign key (visit_id) references visit (id)
);
comment on table uncompared_visit is 'Ended visits whose points could not be compared with the standards of their item yet: a row goes when they were.';

grant update (found) on open_visit to ${runtimeRole};
grant select, insert, delete on uncompared_visit to ${runtimeRole};
