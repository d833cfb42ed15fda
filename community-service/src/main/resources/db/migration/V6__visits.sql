create table visit (
    id                  uuid        not null default uuidv7(),
    window_id           uuid        not null,
    tier                text        not null,
    division_id         uuid        not null,
    centre_id           uuid        not null,
    authority_id        text        not null,
    item                text        not null,
    clerk               text        not null,
    ticket_id           uuid,
    business_day        date        not null,
    started_at          timestamptz not null,
    started_business_at timestamptz not null,
    within_hours        boolean     not null,
    constraint visit_pk primary key (id),
    constraint visit_window_fk foreign key (window_id) references service_window (id),
    constraint visit_division_fk foreign key (division_id) references division (id),
    constraint visit_centre_fk foreign key (centre_id) references service_centre (id),
    constraint visit_authority_fk foreign key (authority_id) references authority (id),
    constraint visit_item_fk foreign key (item) references service_item (id),
    constraint visit_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint visit_ticket_once unique (ticket_id),
    constraint visit_tier_known check (tier in ('CITY', 'DISTRICT', 'STREET', 'COMMUNITY'))
);
comment on table visit is 'One time that an applicant came. Tier, division, centre and authority are those of the window on that day.';
comment on column visit.clerk is 'The subject of the clerk''s token.';
comment on column visit.ticket_id is 'Null when the applicant came to the desk without a ticket.';
comment on column visit.started_at is 'By the system clock.';
comment on column visit.started_business_at is 'By the business clock.';
comment on column visit.within_hours is 'False when the visit began after the window had closed.';

create index visit_window_day on visit (window_id, business_day);
create index visit_division on visit (division_id);
create index visit_centre on visit (centre_id);
create index visit_authority on visit (authority_id);
create index visit_item on visit (item);

create table open_visit (
    visit_id uuid not null,
    clerk    text not null,
    constraint open_visit_pk primary key (visit_id),
    constraint open_visit_visit_fk foreign key (visit_id) references visit (id),
    constraint open_visit_one_per_clerk unique (clerk)
);
comment on table open_visit is 'The visits that go on now: a row goes when the visit ends.';

create table visit_end (
    visit_id          uuid        not null,
    ended_at          timestamptz not null,
    ended_business_at timestamptz not null,
    completeness      text        not null,
    reason            text,
    case_id           uuid,
    notice            text,
    constraint visit_end_pk primary key (visit_id),
    constraint visit_end_visit_fk foreign key (visit_id) references visit (id),
    constraint visit_end_completeness_known check (completeness in ('COMPLETE', 'PARTIAL')),
    constraint visit_end_partial_has_reason check (completeness = 'COMPLETE' or reason is not null),
    constraint visit_end_partial_is_no_notice check (completeness = 'COMPLETE' or notice is null)
);
comment on table visit_end is 'How a visit ended; added once, never changed.';
comment on column visit_end.reason is 'Why not everything was checked; null when everything was.';
comment on column visit_end.case_id is 'The case at permit-service that the visit was about; null when none was opened.';
comment on column visit_end.notice is 'The notice that the applicant was given; null when there was none.';

create index visit_end_case on visit_end (case_id);

create table visit_point (
    visit_id  uuid not null,
    criterion text not null,
    state     text,
    constraint visit_point_pk primary key (visit_id, criterion),
    constraint visit_point_visit_fk foreign key (visit_id) references visit (id),
    constraint visit_point_state_known check (state in
        ('MET', 'WAIVED', 'PENDING', 'TOLERABLE', 'MISSING', 'NOT_YET', 'REVIEW', 'FAILED'))
);
comment on table visit_point is 'A criterion that was to be checked at a visit; written before its end, closed by it.';
comment on column visit_point.state is 'Null when the criterion was not checked.';

create function refuse_point_of_ended_visit() returns trigger
    language plpgsql as
$$
begin
    if exists (select from visit_end where visit_end.visit_id = new.visit_id) then
        raise exception 'visit % has ended', new.visit_id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger visit_point_before_the_end
    before insert on visit_point
    for each row
execute function refuse_point_of_ended_visit();

-- No update and no delete: what happened at a window stays as it was recorded.
grant select, insert on visit, visit_end, visit_point to ${runtimeRole};
grant select, insert, delete on open_visit to ${runtimeRole};
