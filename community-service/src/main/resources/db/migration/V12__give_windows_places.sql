alter table service_window
    add column capacity integer not null default 0,
    add constraint service_window_capacity_bounded check (capacity between 0 and 100);
comment on column service_window.capacity is 'Places for appointments in each half hour; 0: the window gives none.';

create table changed_window (
    window_id uuid    not null,
    version   integer not null,
    constraint changed_window_pk primary key (window_id),
    constraint changed_window_window_fk foreign key (window_id) references service_window (id)
);
comment on table changed_window is 'Windows whose hours or items changed since their appointments were looked at: a row goes when they were.';

grant update (capacity) on service_window to ${runtimeRole};
grant select, insert, delete on changed_window to ${runtimeRole};
grant update (version) on changed_window to ${runtimeRole};
