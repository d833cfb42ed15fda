create table visit_end_untold (
    visit_id uuid not null,
    constraint visit_end_untold_pk primary key (visit_id),
    constraint visit_end_untold_visit_fk foreign key (visit_id) references visit (id)
);
comment on table visit_end_untold is 'Ended visits of which permit-service has not heard yet: a row goes when it was told.';

grant select, insert, delete on visit_end_untold to ${runtimeRole};
