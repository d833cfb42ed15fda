-- A case names the look that it goes by and does not repeat it: its row is small, and each act writes what is new (docs/adr/0182).

alter table case_check
    alter column facts set storage external, -- cipher texts do not become smaller
    alter column evidence set storage external;

alter table case_assessment
    add column look bytea,
    alter column look set storage external,
    alter column assessment drop not null,
    add constraint case_assessment_says_what_came_out check (num_nonnulls(look, assessment) = 1);

comment on column case_assessment.look is 'Encrypted: what came out, with the assessment in its canonical form.';
comment on column case_assessment.assessment is 'Encrypted: the assessment in its canonical form, of a look that was kept before looks were kept whole; else absent.';

alter table ledger_event
    alter column sealed set storage external,
    drop constraint ledger_event_prev_hash_once; -- one event after each, by the primary key and the trigger that compares the hash before

alter table notice
    alter column content set storage external;

alter table case_file
    add column look_number   integer,
    add column other_version text,
    alter column facts drop not null,
    alter column last_check drop not null,
    add constraint case_file_says_what_was_found
        check (num_nonnulls(facts, last_check) = case when look_number is null then 2 else 0 end),
    add constraint case_file_other_is_of_the_look
        check (look_number is null or other_check is null),
    set (fillfactor = 75); -- room for the next states beside the row, so that no index is written for them

comment on column case_file.look_number is 'The look of case_check that the case goes by; absent as long as none was kept since the row repeated it.';
comment on column case_file.other_version is 'The look under this standard is the other one, where the applicant may choose; else absent.';
comment on column case_file.facts is 'Encrypted: name, identity number, residence and papers; absent where a look is named, which has them.';
comment on column case_file.last_check is 'Encrypted: the latest assessment with its open points; absent like the facts.';

grant update (look_number, other_version) on case_file to ${runtimeRole};

-- The state is in no index: only a case that waits for its source has a date of the next look.
create index case_file_next_look_idx on case_file (next_look_on, id) where next_look_on is not null;
drop index case_file_due_look_again_idx;

-- No statement looks for a case or a pre-check by the person.
drop index case_file_person_idx;
drop index pre_check_person_idx;

create or replace function case_file_goes_forward() returns trigger
    language plpgsql as
$$
begin
    if new.version < old.version
        or new.ledger_seq < old.ledger_seq
        or (new.ledger_seq = old.ledger_seq and new.ledger_hash <> old.ledger_hash) then
        raise exception 'case_file goes forward: version and ledger only grow' using errcode = 'restrict_violation';
    end if;
    if old.look_number is not null and (new.look_number is null or new.look_number < old.look_number) then
        raise exception 'case_file goes forward: looks only follow' using errcode = 'restrict_violation';
    end if;
    if old.received_by is not null
        and (new.received_by is distinct from old.received_by or new.receipt is distinct from old.receipt) then
        raise exception 'case_file goes forward: who received it stays' using errcode = 'restrict_violation';
    end if;
    if old.decision is not null
        and (new.status, new.decision, new.decided_on, new.decided_by, new.decision_reasons, new.applied_on, new.accepted_on,
             new.decision_due_on, new.review_reason, new.review_since, new.used_version, new.used_digest, new.look_number)
            is distinct from
            (old.status, old.decision, old.decided_on, old.decided_by, old.decision_reasons, old.applied_on, old.accepted_on,
             old.decision_due_on, old.review_reason, old.review_since, old.used_version, old.used_digest, old.look_number) then
        raise exception 'case_file goes forward: what was decided stays' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
