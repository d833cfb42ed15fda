create table pre_check (
    id                uuid        not null default uuidv7(),
    at                timestamptz not null,
    business_at       timestamptz not null,
    actor             text        not null,
    actor_window      uuid,
    consent           text,
    person            text        not null,
    item              text        not null,
    route             text        not null,
    standard_version  text        not null,
    applied_on        date        not null,
    hypothetical      boolean     not null,
    evidence_id       uuid,
    assessment_digest text        not null,
    constraint pre_check_pk primary key (id)
);

create index pre_check_person_idx on pre_check (person, at);

comment on table pre_check is 'Who asked for whose assessment without opening a case; never changed.';
comment on column pre_check.actor_window is 'Window of the clerk; absent for applicants and partners.';
comment on column pre_check.consent is 'Reference of the applicant''s consent; absent unless a partner asked.';
comment on column pre_check.evidence_id is 'What was read at the source; absent when the source was silent.';

grant select, insert on pre_check to ${runtimeRole};
