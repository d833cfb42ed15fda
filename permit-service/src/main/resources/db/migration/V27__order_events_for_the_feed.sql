-- In which order events are handed out to whoever follows all cases (docs/adr/0212).

create table event_feed (
    ahead    bigint  not null default 0,
    only_row boolean not null default true,
    constraint event_feed_pk primary key (only_row),
    constraint event_feed_one_row check (only_row)
);

comment on table event_feed is 'One row: what positions in the feed have in common.';
comment on column event_feed.ahead is
    'Added to the number of a transaction: a database that was filled from a dump counts its transactions anew.';

insert into event_feed default values;

grant select on event_feed to ${runtimeRole};

alter table ledger_event add column feed_position bigint not null default 0;

comment on column ledger_event.feed_position is
    'Where it is in the feed: by the number of the transaction that wrote it, and nowhere before an earlier event of its case; 0 of what was there before the feed.';

create index ledger_event_feed_idx on ledger_event (feed_position, case_id, seq);

create or replace function ledger_event_continues_chain() returns trigger
    language plpgsql as
$$
declare
    head     text;
    earlier  bigint;
begin
    if new.seq = 1 then
        head := repeat('0', 64);
        earlier := 0;
    else
        select hash, feed_position into head, earlier from ledger_event where case_id = new.case_id and seq = new.seq - 1;
    end if;
    if head is null or head <> new.prev_hash then
        raise exception 'ledger_event % of case % does not continue the chain', new.seq, new.case_id
            using errcode = 'restrict_violation';
    end if;
    new.feed_position := greatest(pg_current_xact_id()::text::bigint + (select ahead from event_feed), earlier);
    return new;
end
$$;

create table event_follower (
    name          text   not null,
    feed_position bigint not null,
    case_id       uuid   not null,
    seq           bigint not null,
    constraint event_follower_pk primary key (name)
);

comment on table event_follower is 'How far those who follow the feed inside this service have come: the last event that each took.';

-- They begin behind what was there before the feed.
insert into event_follower (name, feed_position, case_id, seq)
values ('messages', 0, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 0),
       ('webhooks', 0, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 0);

grant select, update on event_follower to ${runtimeRole};
