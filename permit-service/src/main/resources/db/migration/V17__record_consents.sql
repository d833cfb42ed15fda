-- Whom an applicant lets ask about them, and who asked (docs/adr/0057).

create table consent (
    id                uuid        not null default uuidv7(),
    person            text        not null,
    partner           text        not null,
    items             text[]      not null,
    valid_from        date        not null,
    valid_until       date        not null,
    given_at          timestamptz not null,
    given_business_at timestamptz not null,
    given_by          text        not null,
    given_window      uuid,
    given_visit       uuid,
    constraint consent_pk primary key (id),
    constraint consent_period_forward check (valid_until >= valid_from),
    constraint consent_has_items check (cardinality(items) >= 1),
    constraint consent_window_with_visit check ((given_window is null) = (given_visit is null))
);

create index consent_person_idx on consent (person, id);

comment on table consent is 'One row per consent of an applicant to a partner; never changed.';
comment on column consent.person is 'Keyed blind index of the identity number.';
comment on column consent.partner is 'The client of the identity provider that may ask.';
comment on column consent.items is 'The service items that it may ask about.';
comment on column consent.given_at is 'Real instant.';
comment on column consent.given_business_at is 'The same moment on the business clock.';
comment on column consent.given_by is 'Account of the applicant, or of the clerk before whom the applicant signed.';
comment on column consent.given_window is 'Window at which the applicant signed; absent if the applicant used an account.';
comment on column consent.given_visit is 'Visit during which the applicant signed; absent like the window.';

create table consent_withdrawal (
    consent_id  uuid        not null,
    at          timestamptz not null,
    business_at timestamptz not null,
    actor       text        not null,
    actor_window uuid,
    visit       uuid,
    constraint consent_withdrawal_pk primary key (consent_id),
    constraint consent_withdrawal_consent_fk foreign key (consent_id) references consent (id)
);

comment on table consent_withdrawal is 'That an applicant took a consent back: once, and for good.';
comment on column consent_withdrawal.at is 'Real instant.';
comment on column consent_withdrawal.business_at is 'The same moment on the business clock.';
comment on column consent_withdrawal.actor_window is 'Absent if the applicant used an account.';
comment on column consent_withdrawal.visit is 'Absent like the window.';

create table consent_question (
    id          uuid        not null default uuidv7(),
    consent_id  uuid,
    person      text        not null,
    partner     text        not null,
    item        text        not null,
    at          timestamptz not null,
    business_at timestamptz not null,
    allowed     boolean     not null,
    constraint consent_question_pk primary key (id),
    constraint consent_question_consent_fk foreign key (consent_id) references consent (id),
    constraint consent_question_allowed_by_one check (not allowed or consent_id is not null)
);

create index consent_question_person_idx on consent_question (person, id);
create index consent_question_partner_idx on consent_question (partner, at);

comment on table consent_question is 'Every question of a partner about a person, allowed or refused; never changed.';
comment on column consent_question.consent_id is 'The consent that was named; absent if none was, or one that is not of this person.';
comment on column consent_question.at is 'Real instant.';
comment on column consent_question.business_at is 'The same moment on the business clock.';

grant select, insert on consent, consent_withdrawal, consent_question to ${runtimeRole};

comment on column pre_check.consent is 'Id of the consent that let a partner ask; a partner''s own reference before there were consents.';
