-- The life of a version of a standard: drafts with what became of them, and what was published. Every table only grows.

create extension if not exists btree_gist; -- for constraints over a text and a period; trusted, so the owner may create it

create table standard_draft (
    id         uuid        not null default uuidv7(),
    item       text        not null,
    version    text        not null,
    layer      text        not null,
    revision   integer     not null,
    document   text        not null,
    drafted_by text        not null,
    drafted_at timestamptz not null,
    constraint standard_draft_pk primary key (id),
    constraint standard_draft_revision_once unique (item, version, revision),
    constraint standard_draft_revision_positive check (revision >= 1),
    constraint standard_draft_item_form check (item ~ '^[a-z][a-z0-9-]{0,62}$'),
    constraint standard_draft_version_form check (version ~ '^[A-Za-z0-9][A-Za-z0-9.-]{0,30}$'),
    constraint standard_draft_layer_form check (layer ~ '^[a-z][a-z0-9-]{0,62}$'),
    constraint standard_draft_size check (length(document) <= 262144)
);

comment on table standard_draft is 'One row per text of a version that is to be published; a changed text is a new revision that starts again.';

create table standard_draft_suite (
    draft_id uuid    not null,
    position integer not null,
    document text    not null,
    constraint standard_draft_suite_pk primary key (draft_id, position),
    constraint standard_draft_suite_draft_fk foreign key (draft_id) references standard_draft (id),
    constraint standard_draft_suite_position_bounded check (position between 1 and 20),
    constraint standard_draft_suite_size check (length(document) <= 524288)
);

comment on table standard_draft_suite is 'The case suites that a draft has to pass.';

create table standard_step (
    draft_id    uuid        not null,
    step        text        not null,
    actor       text        not null,
    at          timestamptz not null,
    business_on date        not null,
    reason      text,
    constraint standard_step_pk primary key (draft_id, step),
    constraint standard_step_draft_fk foreign key (draft_id) references standard_draft (id),
    constraint standard_step_known check (step in ('VALIDATED', 'TESTED', 'APPROVED', 'REJECTED', 'PUBLISHED')),
    constraint standard_step_rejected_with_reason check ((step = 'REJECTED') = (reason is not null))
);

comment on table standard_step is 'What became of a draft, each step once.';
comment on column standard_step.at is 'Real instant.';
comment on column standard_step.business_on is 'The same day on the business clock.';
comment on column standard_step.reason is 'Why it was rejected; absent for every other step.';

create table standard_version (
    item           text        not null,
    version        text        not null,
    layer          text        not null,
    in_force_alone boolean     not null,
    in_force_from  date        not null,
    in_force_until date,
    document       text        not null,
    digest         text,
    draft_id       uuid,
    published_by   text        not null,
    published_at   timestamptz not null default now(),
    published_on   date        not null,
    -- A version without end gives way to the next, so only its first day is its own for certain.
    own_days       daterange   not null
        generated always as (daterange(in_force_from, coalesce(in_force_until, in_force_from), '[]')) stored,
    constraint standard_version_pk primary key (item, version),
    constraint standard_version_draft_fk foreign key (draft_id) references standard_draft (id),
    constraint standard_version_draft_once unique (draft_id),
    constraint standard_version_period_forward check (in_force_until >= in_force_from),
    constraint standard_version_digest_form check (digest ~ '^sha256:[0-9a-f]{64}$'),
    constraint standard_version_digest_if_in_force check (not in_force_alone or digest is not null),
    constraint standard_version_layer_never_twice
        exclude using gist (item with =, layer with =, own_days with &&),
    constraint standard_version_item_never_twice
        exclude using gist (item with =, own_days with &&) where (in_force_alone)
);

comment on table standard_version is 'The published versions. None is ever changed: a version without end ends on the day before the next begins.';
comment on column standard_version.in_force_alone is 'False for a layer that only others build on.';
comment on column standard_version.in_force_until is 'Last day in force, included; absent: until the next version begins.';
comment on column standard_version.digest is 'Digest of the effective standard when it was published; absent for a layer that is never in force alone.';
comment on column standard_version.draft_id is 'The approved draft; absent for what came with the service and was entered at the first start.';
comment on column standard_version.published_at is 'Real instant.';
comment on column standard_version.published_on is 'The same day on the business clock.';

-- Database rights are the first guard: the runtime role reads and appends. These triggers are the second, for every role.

create function standard_row_is_kept() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end
$$;

create trigger standard_draft_keep_rows before update or delete on standard_draft
    for each row execute function standard_row_is_kept();
create trigger standard_draft_keep_table before truncate on standard_draft
    for each statement execute function standard_row_is_kept();
create trigger standard_draft_suite_keep_rows before update or delete on standard_draft_suite
    for each row execute function standard_row_is_kept();
create trigger standard_draft_suite_keep_table before truncate on standard_draft_suite
    for each statement execute function standard_row_is_kept();
create trigger standard_step_keep_rows before update or delete on standard_step
    for each row execute function standard_row_is_kept();
create trigger standard_step_keep_table before truncate on standard_step
    for each statement execute function standard_row_is_kept();
create trigger standard_version_keep_rows before update or delete on standard_version
    for each row execute function standard_row_is_kept();
create trigger standard_version_keep_table before truncate on standard_version
    for each statement execute function standard_row_is_kept();

-- A draft goes step by step, and nobody approves what he has a hand in.

create function standard_step_follows() returns trigger
    language plpgsql as
$$
declare
    taken  text[];
    wanted text[];
begin
    perform pg_advisory_xact_lock(hashtextextended(new.draft_id::text, 0)); -- one step of a draft after the other
    select coalesce(array_agg(step order by step), '{}') into taken from standard_step where draft_id = new.draft_id;
    wanted := case new.step
                  when 'VALIDATED' then '{}'::text[]
                  when 'TESTED' then '{VALIDATED}'::text[]
                  when 'APPROVED' then '{TESTED,VALIDATED}'::text[]
                  when 'REJECTED' then '{TESTED,VALIDATED}'::text[]
                  when 'PUBLISHED' then '{APPROVED,TESTED,VALIDATED}'::text[]
        end;
    if taken <> wanted then
        raise exception 'a draft with the steps % cannot be %', taken, new.step using errcode = 'restrict_violation';
    end if;
    if new.step = 'APPROVED' and exists (select
                                         from standard_draft this
                                                  join standard_draft drafted
                                                       on drafted.item = this.item and drafted.version = this.version
                                         where this.id = new.draft_id
                                           and drafted.revision <= this.revision
                                           and drafted.drafted_by = new.actor) then
        raise exception 'who drafted a version does not approve it' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger standard_step_follow before insert on standard_step
    for each row execute function standard_step_follows();

-- What is published was approved, text for text; only the versions that came with the service stand in for an item's first.

create function standard_version_was_approved() returns trigger
    language plpgsql as
$$
begin
    if new.draft_id is null then
        if exists (select from standard_version where item = new.item and published_at <> now()) then
            raise exception '% has versions: another needs an approved draft', new.item using errcode = 'restrict_violation';
        end if;
    elsif not exists (select
                      from standard_draft draft
                               join standard_step step on step.draft_id = draft.id and step.step = 'APPROVED'
                      where draft.id = new.draft_id
                        and draft.item = new.item
                        and draft.version = new.version
                        and draft.layer = new.layer
                        and draft.document = new.document
                        and not exists (select
                                        from standard_draft newer
                                        where newer.item = draft.item
                                          and newer.version = draft.version
                                          and newer.revision > draft.revision)) then
        raise exception '% % was not approved', new.item, new.version using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger standard_version_approved before insert on standard_version
    for each row execute function standard_version_was_approved();

grant select, insert on standard_draft, standard_draft_suite, standard_step, standard_version to ${runtimeRole};
