create table appointment (
    id                 uuid        not null default uuidv7(),
    account            text        not null,
    item               text        not null,
    window_id          uuid        not null,
    starts_at          timestamptz not null,
    place              integer,
    state              text        not null,
    case_id            uuid,
    ticket_id          uuid,
    version            integer     not null default 1,
    booked_at          timestamptz not null,
    booked_business_at timestamptz not null,
    live_account       text generated always as (case when state = 'BOOKED' then account end) stored,
    live_from          timestamptz generated always as (case when state = 'BOOKED' then starts_at end) stored,
    constraint appointment_pk primary key (id),
    constraint appointment_item_fk foreign key (item) references service_item (id),
    constraint appointment_window_fk foreign key (window_id) references service_window (id),
    constraint appointment_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint appointment_place_once unique (window_id, starts_at, place),
    constraint appointment_one_live unique (live_account, item),
    constraint appointment_no_overlap unique (live_account, starts_at),
    constraint appointment_place_positive check (place > 0),
    constraint appointment_half_hour check (mod(extract(epoch from starts_at), 1800) = 0),
    constraint appointment_state_known check (state in ('BOOKED', 'CANCELLED', 'CHECKED_IN', 'NO_SHOW', 'DISPLACED'))
);
comment on table appointment is 'A half hour of a window that an applicant booked.';
comment on column appointment.account is 'Keyed digest of the subject of the applicant''s token.';
comment on column appointment.starts_at is 'By the business clock; the appointment is for half an hour.';
comment on column appointment.place is 'Which of the window''s places it holds; null as soon as it holds none.';
comment on column appointment.live_account is 'The account while the appointment is booked; null as soon as it is not.';
comment on column appointment.live_from is 'Its start while it is booked; null as soon as it is not.';
comment on column appointment.case_id is 'The case at permit-service that it is for; null where none was named.';
comment on column appointment.ticket_id is 'The ticket of its check-in; null before.';
comment on column appointment.version is 'Raised by every change; the ETag of the appointment.';
comment on column appointment.booked_at is 'By the system clock.';
comment on column appointment.booked_business_at is 'By the business clock.';

create index appointment_account on appointment (account, id);
create index appointment_live on appointment (live_from);

grant select, insert on appointment to ${runtimeRole};
grant update (window_id, starts_at, place, state, ticket_id, version) on appointment to ${runtimeRole};
