-- A case and its ledger belong together: no case without a first event, no event outside a case.

create table case_file (
    id                    uuid        not null default uuidv7(),
    version               bigint      not null,
    item                  text        not null,
    route                 text        not null,
    standard_version      text        not null,
    standard_digest       text        not null,
    person                text        not null,
    responsible_authority text        not null,
    receiving_window      uuid        not null,
    receiving_authority   text        not null,
    opened_at             timestamptz not null,
    opened_by             text        not null,
    applied_on            date        not null,
    facts                 bytea       not null,
    last_check            bytea       not null,
    status                text        not null,
    received_by           text,
    receipt               text,
    settle_by             date,
    next_look_on          date,
    look_not_before       timestamptz,
    accepted_on           date,
    decision_due_on       date,
    due_on_is_provisional boolean     not null default false,
    review_reason         text,
    review_since          date,
    decision              text,
    decided_on            date,
    decided_by            text,
    decision_reasons      bytea,
    ledger_seq            bigint      not null default 0,
    ledger_hash           text        not null default repeat('0', 64),
    constraint case_file_pk primary key (id),
    constraint case_file_version_positive check (version >= 1),
    constraint case_file_status_known
        check (status in ('OPEN', 'PROVISIONAL', 'ACCEPTED', 'UNDER_REVIEW', 'DECIDED')),
    constraint case_file_open_is_not_received
        check ((status = 'OPEN') = (received_by is null)),
    constraint case_file_provisional_is_complete
        check (status <> 'PROVISIONAL'
            or (receipt is not null and settle_by is not null and next_look_on is not null and look_not_before is not null)),
    constraint case_file_accepted_is_complete
        check (status <> 'ACCEPTED' or (accepted_on is not null and decision_due_on is not null)),
    constraint case_file_review_is_complete
        check (status <> 'UNDER_REVIEW'
            or (review_reason is not null and review_since is not null and decision_due_on is not null)),
    constraint case_file_decided_is_complete
        check ((status = 'DECIDED')
            = (decision is not null and decided_on is not null and decided_by is not null and decision_reasons is not null)),
    constraint case_file_decision_known check (decision in ('GRANTED', 'REFUSED')),
    constraint case_file_who_receives_does_not_decide check (decided_by <> received_by),
    constraint case_file_ledger_hash_form check (ledger_hash ~ '^[0-9a-f]{64}$')
);

create index case_file_person_idx on case_file (person);
create index case_file_due_look_idx on case_file (next_look_on, id) where status = 'PROVISIONAL';

comment on table case_file is 'One row per application from first contact to its end.';
comment on column case_file.person is 'Keyed blind index of the identity number; the number itself is only in facts, encrypted.';
comment on column case_file.facts is 'Encrypted: name, identity number, residence and papers.';
comment on column case_file.last_check is 'Encrypted: the latest assessment with its open points.';
comment on column case_file.received_by is 'The clerk who accepted, provisionally or not; absent while the case is open.';
comment on column case_file.receipt is 'Number of the receipt; absent unless the case was received provisionally.';
comment on column case_file.settle_by is 'Last day on which a provisional case may settle by itself; absent unless it was received provisionally.';
comment on column case_file.next_look_on is 'Business date of the next look at the source; absent unless it was received provisionally.';
comment on column case_file.look_not_before is 'Real instant before which the source is left alone; absent unless it was received provisionally.';
comment on column case_file.accepted_on is 'Business date of acceptance; absent before it.';
comment on column case_file.decision_due_on is 'Last day of the limit for the decision or the answer; absent before acceptance or review.';
comment on column case_file.due_on_is_provisional is 'True when the calendar of working days ends before the limit does.';
comment on column case_file.review_reason is 'Why a person looks; absent when none had to.';
comment on column case_file.review_since is 'Business date on which the review began; absent when none did.';
comment on column case_file.decision is 'Absent before the decision, as are the three columns after it.';
comment on column case_file.decided_on is 'Business date of the decision.';
comment on column case_file.decided_by is 'The reviewer.';
comment on column case_file.decision_reasons is 'Encrypted: criteria and words of the reasons.';
comment on column case_file.ledger_seq is 'Head of the ledger: number of the last event; 0 before the first.';
comment on column case_file.ledger_hash is 'Head of the ledger: hash of the last event; it betrays a cut tail.';

create table ledger_event (
    case_id      uuid        not null,
    seq          bigint      not null,
    type         text        not null,
    at           timestamptz not null,
    business_at  timestamptz not null,
    actor        text        not null,
    actor_window uuid,
    visit        uuid,
    payload      json        not null,
    sealed       bytea,
    prev_hash    text        not null,
    hash         text        not null,
    constraint ledger_event_pk primary key (case_id, seq),
    constraint ledger_event_case_fk foreign key (case_id) references case_file (id),
    constraint ledger_event_type_form check (type ~ '^[A-Z_]+$'),
    constraint ledger_event_actor_printable check (actor ~ '^[[:print:]]+$'),
    constraint ledger_event_prev_hash_once unique (case_id, prev_hash),
    constraint ledger_event_prev_hash_form check (prev_hash ~ '^[0-9a-f]{64}$'),
    constraint ledger_event_hash_form check (hash ~ '^[0-9a-f]{64}$')
);

comment on table ledger_event is 'What happened to a case, in order, each event sealed by the hash of the one before it.';
comment on column ledger_event.at is 'Real instant.';
comment on column ledger_event.business_at is 'The same moment on the business clock.';
comment on column ledger_event.actor_window is 'Window of the clerk; absent for reviewers and for what the service did by itself.';
comment on column ledger_event.visit is 'Visit during which it happened; absent like the window.';
comment on column ledger_event.payload is 'json and not jsonb: the hash covers this very text.';
comment on column ledger_event.sealed is 'Encrypted personal part; absent when there is none. The hash covers the cipher text.';

-- Database rights are the first guard: the runtime role reads and appends. These triggers are the second, for every role.

create function ledger_event_is_append_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'ledger_event is append-only: % refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;

create trigger ledger_event_keep_rows
    before update or delete
    on ledger_event
    for each row
execute function ledger_event_is_append_only();

create trigger ledger_event_keep_table
    before truncate
    on ledger_event
    for each statement
execute function ledger_event_is_append_only();

create function ledger_event_continues_chain() returns trigger
    language plpgsql as
$$
declare
    head text;
begin
    if new.seq = 1 then
        head := repeat('0', 64);
    else
        select hash into head from ledger_event where case_id = new.case_id and seq = new.seq - 1;
    end if;
    if head is null or head <> new.prev_hash then
        raise exception 'ledger_event % of case % does not continue the chain', new.seq, new.case_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger ledger_event_continue_chain
    before insert
    on ledger_event
    for each row
execute function ledger_event_continues_chain();

grant select, insert on ledger_event to ${runtimeRole};

-- What was true at the first contact cannot be changed afterwards, not even by this service.
grant select, insert on case_file to ${runtimeRole};
grant update (version, applied_on, facts, last_check, status, received_by, receipt, settle_by, next_look_on, look_not_before,
    accepted_on, decision_due_on, due_on_is_provisional, review_reason, review_since,
    decision, decided_on, decided_by, decision_reasons, ledger_seq, ledger_hash)
    on case_file to ${runtimeRole};
