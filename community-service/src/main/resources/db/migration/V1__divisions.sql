-- A division keeps its identity when its code, its name or its place in the tree changes.
create extension if not exists btree_gist;

create table division (
    id   uuid not null default uuidv7(),
    tier text not null,
    constraint division_pk primary key (id),
    constraint division_tier_known check (tier in ('CITY', 'DISTRICT', 'STREET', 'COMMUNITY'))
);
comment on table division is 'The identity of a node of the four tiers; everything that can change is in division_entry.';

create table division_entry (
    division_id uuid not null,
    code        text not null,
    name        text not null,
    parent_id   uuid,
    valid_from  date not null,
    valid_until date,
    constraint division_entry_pk primary key (division_id, valid_from),
    constraint division_entry_division_fk foreign key (division_id) references division (id),
    constraint division_entry_parent_fk foreign key (parent_id) references division (id),
    constraint division_entry_code_form check (code ~ '^[0-9]{12}$'),
    constraint division_entry_name_given check (name <> ''),
    constraint division_entry_order check (valid_until >= valid_from),
    constraint division_entry_one_at_a_time
        exclude using gist (division_id with =, daterange(valid_from, valid_until, '[]') with &&),
    constraint division_entry_code_once_at_a_time
        exclude using gist (code with =, daterange(valid_from, valid_until, '[]') with &&)
);
comment on table division_entry is 'The dated attributes of a division, as the official list of division codes states them.';
comment on column division_entry.parent_id is 'Null for the city: what is above it is not in the network.';
comment on column division_entry.valid_until is 'The last day, included; null while the entry is in force.';

create index division_entry_code on division_entry (code, valid_from);
create index division_entry_parent on division_entry (parent_id, code);

grant select on division, division_entry to ${runtimeRole};
