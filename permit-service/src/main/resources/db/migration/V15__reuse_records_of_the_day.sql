create table record_of_the_day (
    asked_about text        not null,
    business_on date        not null,
    purpose     text        not null,
    first_month date        not null,
    read_at     timestamptz not null,
    record      bytea       not null
);

create index record_of_the_day_person_idx on record_of_the_day (asked_about, business_on);
create index record_of_the_day_day_idx on record_of_the_day (business_on);

comment on table record_of_the_day is 'Records that were read for pre-checks, for other pre-checks of the same business day; then they are forgotten.';
comment on column record_of_the_day.asked_about is 'Keyed digest of the identity number and the name that the sources were asked by.';
comment on column record_of_the_day.first_month is 'First day of the first month that was asked for.';
comment on column record_of_the_day.record is 'The record as insurance-adapter signed it, encrypted.';

grant select, insert, delete on record_of_the_day to ${runtimeRole};

alter table pre_check
    add column record_reused boolean not null default false;

create index pre_check_actor_idx on pre_check (actor, at);

comment on column pre_check.record_reused is 'Whether the record of an earlier pre-check of the same business day was used and no source was asked.';
