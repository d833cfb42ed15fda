create table contribution_query (
    id           uuid        not null,
    asked_at     timestamptz not null,
    caller       text        not null,
    client       text,
    actor        text        not null,
    purpose      text        not null,
    case_ref     text,
    person_index text        not null,
    id_number    bytea       not null,
    name         bytea       not null,
    areas        text[]      not null,
    kinds        text[]      not null,
    from_month   date        not null,
    constraint contribution_query_pk primary key (id),
    constraint contribution_query_from_first_of_month check (extract(day from from_month) = 1)
);
create index contribution_query_person on contribution_query (person_index, asked_at);
create index contribution_query_case on contribution_query (case_ref, asked_at) where case_ref is not null;

comment on table contribution_query is 'Every query, entered before any source is asked; one without evidence failed.';
comment on column contribution_query.caller is 'Account of the service that asked.';
comment on column contribution_query.client is 'Client to which its token was given; null where the token names none.';
comment on column contribution_query.actor is 'Account of the person on whose behalf it asked.';
comment on column contribution_query.case_ref is 'Case for which it asked; null where no case was open yet.';
comment on column contribution_query.person_index is 'Keyed blind index of the identity number in its 18-character form.';
comment on column contribution_query.id_number is 'Encrypted; context contribution_query:<id>:id_number.';
comment on column contribution_query.name is 'Encrypted; context contribution_query:<id>:name.';

create table source_exchange (
    id         uuid        not null,
    query_id   uuid        not null,
    source     text        not null,
    kind       text        not null,
    year       integer     not null,
    page       integer     not null,
    asked_at   timestamptz not null,
    ended_at   timestamptz not null,
    status     integer,
    raw        bytea,
    raw_digest text,
    silence    text,
    constraint source_exchange_pk primary key (id),
    constraint source_exchange_query_fk foreign key (query_id) references contribution_query (id),
    constraint source_exchange_raw_has_digest check ((raw is null) = (raw_digest is null))
);
create index source_exchange_query on source_exchange (query_id);

comment on table source_exchange is 'Every request to a source and what came back, failed ones included.';
comment on column source_exchange.status is 'HTTP status; null where no answer came.';
comment on column source_exchange.raw is 'Bytes as they came, encrypted; context source_exchange:<id>:raw; null where none came.';
comment on column source_exchange.raw_digest is 'SHA-256 of the bytes as they came; null where none came.';
comment on column source_exchange.silence is 'Why this exchange gave no answer; null where it gave one.';

create table evidence (
    id             uuid        not null,
    query_id       uuid        not null,
    as_of          date        not null,
    recorded_at    timestamptz not null,
    jws            bytea       not null,
    raw_rows       bytea       not null,
    duplicate_rows integer     not null,
    constraint evidence_pk primary key (id),
    constraint evidence_query_once unique (query_id),
    constraint evidence_query_fk foreign key (query_id) references contribution_query (id),
    constraint evidence_duplicate_rows_not_negative check (duplicate_rows >= 0)
);

comment on table evidence is 'What a query was answered; one for each query that ended.';
comment on column evidence.as_of is 'Business date on which the sources answered.';
comment on column evidence.jws is 'Signed clean record as it was handed out, encrypted; context evidence:<id>:jws.';
comment on column evidence.raw_rows is 'Text of each of its rows, in their order, encrypted; context evidence:<id>:raw_rows.';

create table query_failure (
    query_id  uuid        not null,
    failed_at timestamptz not null,
    reason    text        not null,
    constraint query_failure_pk primary key (query_id),
    constraint query_failure_query_fk foreign key (query_id) references contribution_query (id)
);

comment on table query_failure is 'A query that ended in a failure of our own, without evidence.';
comment on column query_failure.reason is 'Type of the failure, never its text.';

grant select, insert on contribution_query, source_exchange, evidence, query_failure to ${runtimeRole};
