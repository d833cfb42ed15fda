create table service_item (
    id      text not null,
    name_zh text not null,
    name_en text not null,
    constraint service_item_pk primary key (id)
);
comment on table service_item is 'What can be applied for at a window; its rules are in the published standard of the item.';

insert into service_item (id, name_zh, name_en)
values ('residence-permit', '浙江省居住证', 'Zhejiang residence permit'),
       ('residence-registration', '流动人口居住登记', 'Residence registration'),
       ('contribution-statement', '社会保险参保证明', 'Statement of social insurance contributions');

create table authority (
    id   text not null,
    name text not null,
    constraint authority_pk primary key (id),
    constraint authority_id_form check (id ~ '^[a-z]+(-[a-z]+)*-[0-9]{6}$')
);
comment on table authority is 'A body that staffs windows and answers for what is said there.';

create table service_centre (
    id          uuid not null default uuidv7(),
    division_id uuid not null,
    name        text not null,
    constraint service_centre_pk primary key (id),
    constraint service_centre_division_fk foreign key (division_id) references division (id),
    constraint service_centre_name_once unique (division_id, name)
);
comment on table service_centre is 'A place that hosts windows; it answers for the place, the authority for the work.';

create table service_window (
    id           uuid    not null default uuidv7(),
    centre_id    uuid    not null,
    name         text    not null,
    authority_id text    not null,
    lunch        text    not null,
    version      integer not null default 1,
    constraint service_window_pk primary key (id),
    constraint service_window_centre_fk foreign key (centre_id) references service_centre (id),
    constraint service_window_authority_fk foreign key (authority_id) references authority (id),
    constraint service_window_name_once unique (centre_id, name),
    constraint service_window_lunch_known check (lunch in ('CLOSED', 'COVERED'))
);
comment on column service_window.lunch is 'COVERED when the window stays open from 11:30 to 13:30 on working days; follows from window_opening.';
comment on column service_window.version is 'Raised by every change; the ETag of the window.';

create index service_window_authority on service_window (authority_id);

create table window_item (
    item      text not null,
    window_id uuid not null,
    constraint window_item_pk primary key (item, window_id),
    constraint window_item_item_fk foreign key (item) references service_item (id),
    constraint window_item_window_fk foreign key (window_id) references service_window (id)
);
comment on table window_item is 'Which window takes which item. The order of the key is the order of the search for open windows.';

create index window_item_window on window_item (window_id);

create table window_opening (
    window_id uuid not null,
    day       text not null,
    opens     time not null,
    closes    time not null,
    constraint window_opening_pk primary key (window_id, day, opens),
    constraint window_opening_window_fk foreign key (window_id) references service_window (id),
    constraint window_opening_day_known check (day in ('WORKING_DAY', 'WEEKEND')),
    constraint window_opening_order check (opens < closes)
);
comment on table window_opening is 'When a window is open; it is closed at the minute in closes, and all day on public holidays.';

create table window_change (
    window_id   uuid        not null,
    version     integer     not null,
    changed_at  timestamptz not null,
    changed_by  text        not null,
    description text        not null,
    constraint window_change_pk primary key (window_id, version),
    constraint window_change_window_fk foreign key (window_id) references service_window (id)
);
comment on table window_change is 'Who changed a window and what it became; added to, never changed.';
comment on column window_change.changed_by is 'The subject of the token.';

grant select on service_item, authority to ${runtimeRole};
grant select, insert on service_centre, window_change to ${runtimeRole};
grant select, insert on service_window to ${runtimeRole};
grant update (name, authority_id, lunch, version) on service_window to ${runtimeRole};
grant select, insert, delete on window_item, window_opening to ${runtimeRole};
