-- The clocks of a case that run, and what was done on their days (docs/adr/0216).

alter table case_file add column visited_on date;
comment on column case_file.visited_on is 'Business date of the last visit of an open case; absent in any other state, and where there was none since the first contact.';
grant update (visited_on) on case_file to ${runtimeRole};

create table case_limit (
    case_id        uuid     not null references case_file (id),
    clock          smallint not null,
    starts_on      date     not null,
    due_on         date     not null,
    is_provisional boolean  not null,
    next_on        date,
    constraint case_limit_pk primary key (case_id, clock),
    constraint case_limit_clock_known check (clock between 1 and 7),
    constraint case_limit_runs_forward check (due_on >= starts_on)
);
comment on table case_limit is 'The clocks that run for a case, by number; computed from its days at every act.';
comment on column case_limit.next_on is 'The next business date on which the limit asks for something; absent while the clock stands.';
create index case_limit_next_idx on case_limit (next_on, case_id, clock) where next_on is not null;

create table case_limit_step (
    case_id uuid     not null references case_file (id),
    clock   smallint not null,
    due_on  date     not null,
    on_day  date     not null,
    step    text     not null,
    constraint case_limit_step_once primary key (case_id, clock, due_on, on_day)
);
comment on table case_limit_step is 'What was done because of a limit, once for each of its days.';

grant select, insert, update, delete on case_limit to ${runtimeRole};
grant select, insert on case_limit_step to ${runtimeRole};
