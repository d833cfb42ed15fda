-- Up to when the feed is complete is known from moments that are noted beside it (docs/adr/0212).

create table event_moment (
    feed_position bigint      not null,
    business_at   timestamptz not null,
    constraint event_moment_pk primary key (feed_position)
);

comment on table event_moment is
    'Moments that were noted: whoever wrote an event at one or before it is before its position. Those that are not needed any more go.';
comment on column event_moment.feed_position is 'By the transaction that noted it, as the position of an event.';
comment on column event_moment.business_at is 'By the business clock.';

grant select, insert, delete on event_moment to ${runtimeRole};

-- Of webhooks that are sent events once more, each has its turn (docs/adr/0213).

alter table webhook add column replay_served_at timestamptz;

comment on column webhook.replay_served_at is 'Real instant of the last time that events were queued once more, however often that was asked for; absent before.';

grant update (replay_served_at) on webhook to ${runtimeRole};

-- An address that asks to be left alone is left alone with all of its cases.

alter table webhook add column held_until timestamptz;

comment on column webhook.held_until is 'Real instant before which nothing is sent, as its address asked; absent if it never did.';

grant update (held_until) on webhook to ${runtimeRole};

-- Secrets that sign nothing any more are forgotten.

grant delete on webhook_secret to ${runtimeRole};

-- Webhooks that go on are looked for again and again; those that have ended are forgotten after a while.

create index webhook_active_idx on webhook (partner, id) where ended_at is null;
create index webhook_ended_idx on webhook (ended_at) where ended_at is not null;

grant delete on webhook to ${runtimeRole};
