create table ticket_count (
    window_id    uuid    not null,
    business_day date    not null,
    taken        integer not null,
    constraint ticket_count_pk primary key (window_id, business_day),
    constraint ticket_count_window_fk foreign key (window_id) references service_window (id),
    constraint ticket_count_positive check (taken > 0)
);
comment on table ticket_count is 'How many tickets a window gave on a day. Its row is the lock that keeps the numbers without gaps.';

create table ticket (
    id                uuid        not null default uuidv7(),
    window_id         uuid        not null,
    business_day      date        not null,
    number            integer     not null,
    item              text        not null,
    taken_by          text        not null,
    taken_at          timestamptz not null,
    taken_business_at timestamptz not null,
    constraint ticket_pk primary key (id),
    constraint ticket_window_fk foreign key (window_id) references service_window (id),
    constraint ticket_item_fk foreign key (item) references service_item (id),
    constraint ticket_number_once unique (window_id, business_day, number),
    constraint ticket_number_positive check (number > 0)
);
comment on column ticket.taken_by is 'The subject of the applicant''s token.';
comment on column ticket.taken_at is 'By the system clock.';
comment on column ticket.taken_business_at is 'By the business clock.';

create index ticket_taken_by on ticket (taken_by, window_id, business_day);
create index ticket_item on ticket (item);

grant select, insert on ticket_count, ticket to ${runtimeRole};
grant update (taken) on ticket_count to ${runtimeRole};
