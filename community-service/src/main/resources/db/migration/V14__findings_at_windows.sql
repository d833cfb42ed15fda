create table window_finding (
    id                uuid        not null default uuidv7(),
    category          text        not null,
    source_id         uuid        not null,
    window_id         uuid        not null,
    division_id       uuid        not null,
    centre_id         uuid        not null,
    authority_id      text        not null,
    item              text        not null,
    happened_on       date        not null,
    found_at          timestamptz not null,
    found_business_at timestamptz not null,
    constraint window_finding_pk primary key (id),
    constraint window_finding_once unique (category, source_id),
    constraint window_finding_window_fk foreign key (window_id) references service_window (id),
    constraint window_finding_division_fk foreign key (division_id) references division (id),
    constraint window_finding_centre_fk foreign key (centre_id) references service_centre (id),
    constraint window_finding_authority_fk foreign key (authority_id) references authority (id),
    constraint window_finding_item_fk foreign key (item) references service_item (id),
    constraint window_finding_category_known check (category in
        ('UNSERVED', 'OPEN_VISIT', 'CUT_SHORT', 'RESIDENTS_ONLY', 'POINTS_DIFFER'))
);
comment on table window_finding is 'What was found at a window by itself; once for each ticket or visit, whichever replica finds it. Added, never changed.';
comment on column window_finding.source_id is 'The ticket (UNSERVED) or the visit (all others) that it was found of.';
comment on column window_finding.division_id is 'Division, centre (host) and authority are those of the window on that day.';
comment on column window_finding.happened_on is 'The business day of the ticket or visit.';
comment on column window_finding.found_at is 'By the system clock.';
comment on column window_finding.found_business_at is 'By the business clock.';

create index window_finding_day on window_finding (happened_on, id);

grant select, insert on window_finding to ${runtimeRole};
