-- Partners register where they are told what happens to cases whose applicants consent to that (docs/adr/0213).

alter table consent
    add column purposes text[] not null default array ['PRE_CHECK'],
    add constraint consent_purposes_known
        check (cardinality(purposes) >= 1 and purposes <@ array ['PRE_CHECK', 'EVENTS']);

comment on column consent.purposes is 'What the partner may do: ask for pre-checks, be told what happens to cases.';

create table webhook (
    id              uuid        not null default uuidv7(),
    partner         text        not null,
    url             text        not null,
    types           text[]      not null,
    registered_at   timestamptz not null,
    registered_by   text        not null,
    ended_at        timestamptz,
    ended_because   text,
    replay_position bigint,
    replay_case     uuid,
    replay_seq      bigint,
    constraint webhook_pk primary key (id),
    constraint webhook_has_types check (cardinality(types) >= 1),
    constraint webhook_end_known check (ended_because in ('REMOVED', 'GONE')),
    constraint webhook_end_is_complete check ((ended_at is null) = (ended_because is null)),
    constraint webhook_replay_is_complete check (num_nonnulls(replay_position, replay_case, replay_seq) in (0, 3))
);

create index webhook_partner_idx on webhook (partner, id);

comment on table webhook is 'Where a partner is told of events; a row stays when it has ended.';
comment on column webhook.partner is 'The client of the identity provider that registered it.';
comment on column webhook.types is 'The types of events that it is told of.';
comment on column webhook.ended_at is 'Real instant since which nothing is sent; absent as long as it goes on.';
comment on column webhook.ended_because is 'The partner removed it, or its address answered that it is gone; absent like the instant.';
comment on column webhook.replay_position is 'The event behind which events are queued once more, with the two columns after it; absent unless they are.';

grant select, insert, update (ended_at, ended_because, replay_position, replay_case, replay_seq) on webhook to ${runtimeRole};

create table webhook_secret (
    webhook_id uuid        not null,
    number     integer     not null,
    secret     bytea       not null,
    made_at    timestamptz not null,
    ends_at    timestamptz,
    constraint webhook_secret_pk primary key (webhook_id, number),
    constraint webhook_secret_webhook_fk foreign key (webhook_id) references webhook (id)
);

comment on table webhook_secret is 'What deliveries are signed with: one secret, or two while the partner changes to the newer one.';
comment on column webhook_secret.secret is 'Encrypted.';
comment on column webhook_secret.ends_at is 'Real instant after which nothing is signed with it; absent of the newest.';

grant select, insert, update (ends_at) on webhook_secret to ${runtimeRole};

create table webhook_queue (
    webhook_id uuid        not null,
    case_id    uuid        not null,
    next_seq   bigint      not null,
    last_seq   bigint      not null,
    due_at     timestamptz not null,
    attempts   integer     not null default 0,
    claim      uuid,
    constraint webhook_queue_pk primary key (webhook_id, case_id),
    constraint webhook_queue_webhook_fk foreign key (webhook_id) references webhook (id),
    constraint webhook_queue_forward check (next_seq <= last_seq)
);

create index webhook_queue_due_idx on webhook_queue (webhook_id, due_at);

comment on table webhook_queue is 'The cases of which a webhook has still to be told; the events themselves are in the ledger.';
comment on column webhook_queue.next_seq is 'From this event of the case on; those after it wait until it was delivered or given up.';
comment on column webhook_queue.due_at is 'Real instant of the next attempt; while one is under way, when it is taken to have failed without a word.';
comment on column webhook_queue.attempts is 'How often the next event was tried in vain.';
comment on column webhook_queue.claim is 'Who tries it; an attempt that has lost its claim changes nothing. Absent before the first.';

grant select, insert, update, delete on webhook_queue to ${runtimeRole};

create table webhook_dead_letter (
    id          uuid        not null default uuidv7(),
    webhook_id  uuid        not null,
    case_id     uuid        not null,
    seq         bigint      not null,
    type        text        not null,
    attempts    integer     not null,
    last_status integer,
    given_up_at timestamptz not null,
    constraint webhook_dead_letter_pk primary key (id),
    constraint webhook_dead_letter_once unique (webhook_id, case_id, seq),
    constraint webhook_dead_letter_webhook_fk foreign key (webhook_id) references webhook (id)
);

create index webhook_dead_letter_webhook_idx on webhook_dead_letter (webhook_id, id);
create index webhook_dead_letter_given_up_idx on webhook_dead_letter (given_up_at);

comment on table webhook_dead_letter is 'Events that a webhook could not be told of; a row goes when it was told after all, or after some time.';
comment on column webhook_dead_letter.last_status is 'What the last attempt was answered; absent if nothing came.';

grant select, insert, delete on webhook_dead_letter to ${runtimeRole};
