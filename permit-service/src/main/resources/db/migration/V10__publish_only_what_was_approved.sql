-- The versions that came with the service are entered by migrate, as the owner. The service's own role publishes what went through
-- every step, as it was approved, in the name of whoever took the last step, on that day and at that moment.

create function standard_step_keeps_its_time() returns trigger
    language plpgsql as
$$
begin
    if new.at not between now() - interval '10 minutes' and clock_timestamp() + interval '10 minutes' then
        raise exception 'a step is recorded when it is taken' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger standard_step_keep_time before insert on standard_step
    for each row execute function standard_step_keeps_its_time();

create function standard_draft_keeps_its_time() returns trigger
    language plpgsql as
$$
begin
    if new.drafted_at not between now() - interval '10 minutes' and clock_timestamp() + interval '10 minutes' then
        raise exception 'a draft is recorded when it is written' using errcode = 'restrict_violation';
    end if;
    if new.revision <> (select coalesce(max(revision), 0) + 1
                        from standard_draft
                        where item = new.item and version = new.version) then
        raise exception 'a draft follows the one before it' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger standard_draft_keep_time before insert on standard_draft
    for each row execute function standard_draft_keeps_its_time();

-- What was examined is what is approved: the suites of a draft come with its text, in one transaction.

create function standard_draft_suite_comes_with_its_draft() returns trigger
    language plpgsql as
$$
begin
    if not exists (select
                   from standard_draft
                   where id = new.draft_id
                     and xmin = pg_current_xact_id()::xid)
        or exists (select from standard_step where draft_id = new.draft_id) then
        raise exception 'a suite comes with its draft' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger standard_draft_suite_come_with_draft before insert on standard_draft_suite
    for each row execute function standard_draft_suite_comes_with_its_draft();

create or replace function standard_version_was_approved() returns trigger
    language plpgsql as
$$
begin
    new.published_at := now(); -- nobody says when
    if new.draft_id is null then
        if current_user <> (select relowner::regrole::text from pg_class where oid = tg_relid) then
            raise exception '% % came with no draft', new.item, new.version using errcode = 'restrict_violation';
        end if;
        if exists (select from standard_version where item = new.item and published_at <> now()) then
            raise exception '% has versions: another needs an approved draft', new.item using errcode = 'restrict_violation';
        end if;
    elsif not exists (select
                      from standard_draft draft
                               join standard_step approved on approved.draft_id = draft.id and approved.step = 'APPROVED'
                               join standard_step published on published.draft_id = draft.id and published.step = 'PUBLISHED'
                      where draft.id = new.draft_id
                        and draft.item = new.item
                        and draft.version = new.version
                        and draft.layer = new.layer
                        and draft.document = new.document
                        and published.actor = new.published_by
                        and published.business_on = new.published_on
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
