-- What a case came to does not go back, whoever says so: the role of the service, or the owner in passing.

create function case_file_goes_forward() returns trigger
    language plpgsql as
$$
begin
    if new.version < old.version
        or new.ledger_seq < old.ledger_seq
        or (new.ledger_seq = old.ledger_seq and new.ledger_hash <> old.ledger_hash) then
        raise exception 'case_file goes forward: version and ledger only grow' using errcode = 'restrict_violation';
    end if;
    if old.received_by is not null
        and (new.received_by is distinct from old.received_by or new.receipt is distinct from old.receipt) then
        raise exception 'case_file goes forward: who received it stays' using errcode = 'restrict_violation';
    end if;
    if old.decision is not null
        and (new.status, new.decision, new.decided_on, new.decided_by, new.decision_reasons, new.applied_on, new.accepted_on,
             new.decision_due_on, new.review_reason, new.review_since, new.used_version, new.used_digest)
            is distinct from
            (old.status, old.decision, old.decided_on, old.decided_by, old.decision_reasons, old.applied_on, old.accepted_on,
             old.decision_due_on, old.review_reason, old.review_since, old.used_version, old.used_digest) then
        raise exception 'case_file goes forward: what was decided stays' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger case_file_go_forward
    before update
    on case_file
    for each row
execute function case_file_goes_forward();

create trigger case_file_keep_rows
    before delete
    on case_file
    for each row
execute function row_is_kept();

create trigger case_file_keep_table
    before truncate
    on case_file
    for each statement
execute function row_is_kept();

-- How far the verification of all ledgers has come.
create table ledger_verification (
    verified_to   uuid        not null,
    pass_began_at timestamptz not null,
    pass_ended_at timestamptz,
    only_row      boolean     not null default true,
    constraint ledger_verification_pk primary key (only_row),
    constraint ledger_verification_one_row check (only_row)
);

comment on table ledger_verification is 'One row: the ledgers of all cases are verified bit by bit, in the order of their ids, again and again.';
comment on column ledger_verification.verified_to is 'The last case that was verified; the first possible id before a pass.';
comment on column ledger_verification.pass_ended_at is 'When all were verified; absent while a pass is under way.';

insert into ledger_verification (verified_to, pass_began_at) values ('00000000-0000-0000-0000-000000000000', '1970-01-01Z');

grant select, update on ledger_verification to ${runtimeRole};

-- The owner of the schema witness takes down where each ledger stands when its first heads are signed.
grant select (id, ledger_seq, ledger_hash) on case_file to ${witnessRole};
