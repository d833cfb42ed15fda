alter table pre_check
    alter column route drop not null;

comment on column pre_check.route is 'Absent when every route was asked for.';
comment on column pre_check.assessment_digest is 'Of the assessment; of the list of all digests when every route was asked for.';
