create table thing (
    id   uuid not null default uuidv7(),
    name text not null,
    constraint thing_pk primary key (id)
);
grant select, insert on thing to ${runtimeRole};
