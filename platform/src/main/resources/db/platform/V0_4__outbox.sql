create table outbox_message (
    id                 uuid        not null default uuidv7(),
    subject            uuid        not null,
    template           text        not null,
    key                text        not null,
    figures            json        not null,
    queued_at          timestamptz not null,
    queued_business_at timestamptz not null,
    state              text        not null,
    due_at             timestamptz,
    tries              integer     not null default 0,
    claim              uuid,
    sent_at            timestamptz,
    constraint outbox_message_pk primary key (id),
    constraint outbox_message_once unique (subject, template, key),
    constraint outbox_message_state_known check (state in ('WAITING', 'SENT', 'NOT_SENT')),
    constraint outbox_message_waits_until check ((state = 'WAITING') = (due_at is not null)),
    constraint outbox_message_sent_once check ((state = 'SENT') = (sent_at is not null))
);

create index outbox_message_due_idx on outbox_message (due_at) where due_at is not null;

comment on table outbox_message is 'What people are told: once for each subject, template and key.';
comment on column outbox_message.subject is 'What it is about; to whom it goes follows from it when it is sent.';
comment on column outbox_message.key is 'Of several messages of one template, which it is.';
comment on column outbox_message.figures is 'What the text names: days, numbers and words, nothing of a person.';
comment on column outbox_message.queued_at is 'Real instant.';
comment on column outbox_message.queued_business_at is 'The same moment on the business clock.';
comment on column outbox_message.due_at is 'Real instant of the next try; while one is under way, when it is taken to have failed. Absent unless it waits.';
comment on column outbox_message.claim is 'Who tries it; absent before the first try.';
comment on column outbox_message.sent_at is 'Real instant; absent unless it was sent.';

grant select, insert, update (state, due_at, tries, claim, sent_at) on outbox_message to ${runtimeRole};
