-- What a check was made from and what it came to stay, so that each can be made again; the standard that a case goes by may be a
-- newer one than that of its first visit.

create table case_check (
    case_id     uuid        not null,
    number      integer     not null,
    at          timestamptz not null,
    business_at timestamptz not null,
    facts       bytea       not null,
    evidence_id uuid,
    evidence    bytea,
    constraint case_check_pk primary key (case_id, number),
    constraint case_check_case_fk foreign key (case_id) references case_file (id),
    constraint case_check_number_positive check (number >= 1),
    constraint case_check_evidence_is_complete check ((evidence_id is null) = (evidence is null))
);

comment on table case_check is 'Each look at all criteria of a case with what it was made from; never changed.';
comment on column case_check.number is 'Looks of a case are counted from 1.';
comment on column case_check.at is 'Real instant.';
comment on column case_check.business_at is 'The same moment on the business clock.';
comment on column case_check.facts is 'Encrypted: what the applicant stated and brought, as it was looked at.';
comment on column case_check.evidence_id is 'What was read at the source; absent when none was asked or none answered.';
comment on column case_check.evidence is 'Encrypted: the clean record as the adapter signed it (compact JWS); absent like its id.';

create table case_assessment (
    case_id          uuid    not null,
    number           integer not null,
    role             text    not null,
    standard_version text    not null,
    standard_digest  text    not null,
    assessment       bytea   not null,
    digest           text    not null,
    constraint case_assessment_pk primary key (case_id, number, role),
    constraint case_assessment_check_fk foreign key (case_id, number) references case_check (case_id, number),
    constraint case_assessment_role_known check (role in ('PINNED', 'NEWER')),
    constraint case_assessment_standard_once unique (case_id, number, standard_version),
    constraint case_assessment_digest_form check (digest ~ '^sha256:[0-9a-f]{64}$')
);

comment on table case_assessment is 'What a check came to under each standard that it was made under; never changed.';
comment on column case_assessment.role is 'PINNED: that of the first visit. NEWER: the one in force on the day, if another.';
comment on column case_assessment.assessment is 'Encrypted: the assessment in its canonical form.';
comment on column case_assessment.digest is 'SHA-256 of the canonical form.';

-- Database rights are the first guard: the runtime role reads and adds. These triggers are the second, for every role.

create function row_is_kept() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end
$$;

create trigger case_check_keep_rows
    before update or delete
    on case_check
    for each row
execute function row_is_kept();

create trigger case_check_keep_table
    before truncate
    on case_check
    for each statement
execute function row_is_kept();

create trigger case_assessment_keep_rows
    before update or delete
    on case_assessment
    for each row
execute function row_is_kept();

create trigger case_assessment_keep_table
    before truncate
    on case_assessment
    for each statement
execute function row_is_kept();

grant select, insert on case_check, case_assessment to ${runtimeRole};

alter table case_file
    add column used_version   text,
    add column used_digest    text,
    add column other_check    bytea,
    add column chosen_version text,
    add column chosen_digest  text;

update case_file set used_version = standard_version, used_digest = standard_digest;

alter table case_file
    alter column used_version set not null,
    alter column used_digest set not null,
    add constraint case_file_chosen_is_complete check ((chosen_version is null) = (chosen_digest is null));

comment on column case_file.standard_version is 'Of the first visit; kept.';
comment on column case_file.used_version is 'The case goes by it: the kept one, or a newer one that favours the applicant.';
comment on column case_file.other_check is 'Encrypted: the latest check under the other standard, where the two cannot be ordered and the applicant may choose; else absent.';
comment on column case_file.chosen_version is 'What the applicant chose when he could last; absent while he has not.';

grant update (used_version, used_digest, other_check, chosen_version, chosen_digest) on case_file to ${runtimeRole};
