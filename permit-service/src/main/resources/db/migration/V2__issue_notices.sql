create sequence notice_number;
create sequence receipt_number;

create table notice (
    case_id   uuid   not null,
    number    text   not null,
    given_on  date   not null,
    given_at  timestamptz not null default clock_timestamp(),
    window_id uuid,
    points    text[] not null,
    content   bytea  not null,
    constraint notice_pk primary key (number),
    constraint notice_case_fk foreign key (case_id) references case_file (id)
);

create index notice_case_idx on notice (case_id);

comment on table notice is 'Each complete list of open points that an applicant was given; never changed.';
comment on column notice.points is 'Criteria that it names, each also with the papers that it misses: criterion:paper.';
comment on column notice.window_id is 'Window that gave it; absent when the service gave it by itself.';
comment on column notice.content is 'Encrypted: the open points with reason and remedy, the ready date, what lapses.';

grant select, insert on notice to ${runtimeRole};
grant usage on sequence notice_number, receipt_number to ${runtimeRole};
