create table idempotency_record (
    id             text        not null,
    request_digest text        not null,
    attempt        uuid        not null,
    state          text        not null,
    locked_until   timestamptz not null,
    expires_at     timestamptz not null,
    status         integer,
    answer         bytea,
    constraint idempotency_record_pk primary key (id),
    constraint idempotency_record_state_known check (state in ('running', 'committed', 'answered')),
    constraint idempotency_record_answered_once check ((state = 'answered') = (status is not null and answer is not null))
);
create index idempotency_record_expiry on idempotency_record (expires_at);

comment on table idempotency_record is 'One row per idempotency key of a caller on an address, for a day.';
comment on column idempotency_record.id is 'Keyed digest of caller, address and key: none of them is stored.';
comment on column idempotency_record.request_digest is 'Keyed digest of the body, so that nothing can be guessed from it.';
comment on column idempotency_record.attempt is 'Who holds the key; an attempt that has lost it cannot commit.';
comment on column idempotency_record.state is 'running: nothing committed yet; committed: done, its answer not kept yet; answered.';
comment on column idempotency_record.status is 'HTTP status of the answer; null until there is one.';
comment on column idempotency_record.answer is 'Headers and body of the answer, encrypted; null until there is one.';

grant select, insert, update, delete on idempotency_record to ${runtimeRole};
