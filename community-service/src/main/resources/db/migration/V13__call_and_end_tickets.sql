alter table ticket
    add column taker text,
    add constraint ticket_taker_known check (taker in ('APPLICANT', 'CLERK', 'DEVICE'));
comment on column ticket.taker is 'As what the account took it: a clerk''s and a ticket machine''s account stand for everybody. Null for tickets of before this was recorded.';
comment on column ticket.taken_by is 'The subject of the token of whoever took it.';

create table waiting_ticket (
    ticket_id    uuid     not null,
    window_id    uuid     not null,
    business_day date     not null,
    turn         smallint not null,
    number       integer  not null,
    calls        integer  not null default 0,
    constraint waiting_ticket_pk primary key (ticket_id),
    constraint waiting_ticket_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint waiting_ticket_window_fk foreign key (window_id) references service_window (id),
    constraint waiting_ticket_turn_known check (turn between 0 and 2),
    constraint waiting_ticket_calls_positive check (calls >= 0)
);
comment on table waiting_ticket is 'The tickets that have no visit and no end: a row goes with either, or when its day ended without one.';
comment on column waiting_ticket.turn is '0: of a handover, called first; 1: of an appointment; 2: in the order of the numbers.';
comment on column waiting_ticket.calls is 'How often it was called; the next ticket is the first that was not.';

create index waiting_ticket_line on waiting_ticket (window_id, business_day, turn, number);
create index waiting_ticket_day on waiting_ticket (business_day);

-- Those that wait now. What was left of earlier days was never to be called, and is no finding.
insert into waiting_ticket (ticket_id, window_id, business_day, turn, number)
select id, window_id, business_day, 2, number
from ticket
where business_day = (select max(business_day) from ticket)
    and not exists (select from visit where visit.ticket_id = ticket.id);

create table ticket_call (
    ticket_id          uuid        not null,
    number             integer     not null,
    clerk              text        not null,
    called_at          timestamptz not null,
    called_business_at timestamptz not null,
    constraint ticket_call_pk primary key (ticket_id, number),
    constraint ticket_call_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint ticket_call_number_positive check (number > 0)
);
comment on table ticket_call is 'Each time that a ticket was called; added once, never changed.';
comment on column ticket_call.clerk is 'The subject of the clerk''s token.';
comment on column ticket_call.called_at is 'By the system clock.';
comment on column ticket_call.called_business_at is 'By the business clock.';

create table ticket_end (
    ticket_id         uuid        not null,
    code              text        not null,
    goes_on_with      uuid,
    ended_by          text        not null,
    ended_at          timestamptz not null,
    ended_business_at timestamptz not null,
    constraint ticket_end_pk primary key (ticket_id),
    constraint ticket_end_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint ticket_end_goes_on_fk foreign key (goes_on_with) references ticket (id),
    constraint ticket_end_code_known check (code in ('RETURNED', 'NO_SHOW', 'HANDOVER')),
    constraint ticket_end_goes_on_by_handover check ((code = 'HANDOVER') = (goes_on_with is not null))
);
comment on table ticket_end is 'How a ticket ended that no visit was opened with; added once, never changed.';
comment on column ticket_end.goes_on_with is 'After a handover the ticket at the other window; null after every other end.';
comment on column ticket_end.ended_by is 'The subject of the token of whoever ended it.';
comment on column ticket_end.ended_at is 'By the system clock.';
comment on column ticket_end.ended_business_at is 'By the business clock.';

grant select, insert, delete on waiting_ticket to ${runtimeRole};
grant update (calls) on waiting_ticket to ${runtimeRole};
grant select, insert on ticket_call, ticket_end to ${runtimeRole};
