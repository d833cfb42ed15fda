-- What this service knows of a visit beyond its pass: whom it serves, and that it ended (docs/adr/0056).

create table known_visit (
    visit_id     uuid        not null,
    person       text,
    ended_at     timestamptz,
    forget_after timestamptz not null,
    constraint known_visit_pk primary key (visit_id),
    constraint known_visit_says_something check (person is not null or ended_at is not null)
);

create index known_visit_forget_after_idx on known_visit (forget_after);

comment on table known_visit is 'Visits during which somebody was served here, and those that community-service said have ended.';
comment on column known_visit.person is 'Keyed blind index of the identity number of the one person served; absent if nobody was.';
comment on column known_visit.ended_at is 'Real instant at which this service heard of the end; absent before.';
comment on column known_visit.forget_after is 'Real instant after which no pass of the visit can be current.';

-- Whom a visit serves is said once, and an end is not taken back.
create function known_visit_only_learns() returns trigger
    language plpgsql as
$$
begin
    if (old.person is not null and new.person is distinct from old.person)
        or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
        raise exception 'what is known of visit % is kept', old.visit_id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger known_visit_only_learns before update on known_visit
    for each row execute function known_visit_only_learns();

create function known_visit_is_kept() returns trigger
    language plpgsql as
$$
begin
    if old.forget_after >= now() then
        raise exception 'what is known of visit % is kept', old.visit_id using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;

create trigger known_visit_is_kept before delete on known_visit
    for each row execute function known_visit_is_kept();

grant select, insert, delete on known_visit to ${runtimeRole};
grant update (person, ended_at) on known_visit to ${runtimeRole};
