-- What a clerk writes about a visit may be about the applicant: it is kept encrypted (docs/adr/0058). This is the first step: both
-- columns are there, the service writes the sealed one and seals what is old; a later release drops the clear one.

alter table visit_end
    add column sealed_reason bytea,
    drop constraint visit_end_partial_has_reason,
    add constraint visit_end_partial_has_reason
        check (completeness = 'COMPLETE' or reason is not null or sealed_reason is not null),
    add constraint visit_end_reason_once check (reason is null or sealed_reason is null);

alter table visit_end
    add column points_compared boolean not null default false;

comment on column visit_end.points_compared is 'Whether the names of its points were compared with the criteria of the item''s standards.';

create index visit_end_reason_in_the_clear on visit_end (visit_id) where reason is not null;

comment on column visit_end.reason is 'In the clear, from before reasons were sealed; null as soon as it was sealed.';
comment on column visit_end.sealed_reason is 'Why not everything was checked, encrypted; context visit_end:<id>:reason. Null when everything was.';

-- The one change that the service may make to an ended visit: the same words, encrypted.
create function seal_reason_of_visit(visit uuid, sealed bytea) returns void
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as
$$
update ${flyway:defaultSchema}.visit_end
set reason        = null,
    sealed_reason = sealed
where visit_id = visit
  and reason is not null
$$;

revoke execute on function seal_reason_of_visit(uuid, bytea) from public;
grant execute on function seal_reason_of_visit(uuid, bytea) to ${runtimeRole};
