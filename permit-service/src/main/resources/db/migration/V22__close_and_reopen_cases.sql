-- A case can end without a decision, and a refused or closed one be taken up again by order.

alter table case_file
    add column closed_result text,
    add column closed_on     date,
    add column goes_on_in    uuid,
    drop constraint case_file_status_known,
    drop constraint case_file_open_is_not_received,
    add constraint case_file_status_known
        check (status in ('OPEN', 'PROVISIONAL', 'ACCEPTED', 'UNDER_REVIEW', 'DECIDED', 'CLOSED')),
    add constraint case_file_open_is_not_received
        check (status <> 'OPEN' or received_by is null),
    add constraint case_file_only_an_order_needs_no_clerk
        check (received_by is not null
            or status in ('OPEN', 'CLOSED')
            or (status in ('UNDER_REVIEW', 'DECIDED') and coalesce(review_reason, '') in ('ORDERED', 'DEEMED'))),
    add constraint case_file_result_known
        check (closed_result in
               ('NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED', 'ACCEPTANCE_REVOKED', 'CONTINUED', 'JOINED', 'DIED')),
    add constraint case_file_closed_is_complete
        check (num_nonnulls(closed_result, closed_on) = case when status = 'CLOSED' then 2 else 0 end),
    add constraint case_file_goes_on_in_another_case
        check ((goes_on_in is not null) = (coalesce(closed_result, '') in ('CONTINUED', 'JOINED')) and goes_on_in <> id),
    add constraint case_file_closed_waits_for_nothing
        check (status <> 'CLOSED'
            or num_nonnulls(settle_by, next_look_on, look_not_before, accepted_on, decision_due_on, review_reason, review_since) = 0),
    add constraint case_file_goes_on_in_fk foreign key (goes_on_in) references case_file (id);

comment on column case_file.closed_result is 'How the case ended without a decision; absent unless it did, as is the day.';
comment on column case_file.closed_on is 'Business date on which it ended without a decision.';
comment on column case_file.goes_on_in is 'The case of the same person that goes on with it; absent where none does.';
comment on column case_file.received_by is 'The clerk who accepted, provisionally or not; absent where none did: while the case is open, and of one that an order took up.';
comment on column case_file.decision is 'Absent before the decision and after an order to decide again, as are the three columns after it.';

grant update (closed_result, closed_on, goes_on_in) on case_file to ${runtimeRole};

create or replace function case_file_goes_forward() returns trigger
    language plpgsql as
$$
declare
    has_ended   boolean := old.decision is not null or old.closed_result is not null;
    is_reopened boolean := new.status = 'UNDER_REVIEW'
        and new.review_reason = 'ORDERED'
        and coalesce(old.decision = 'REFUSED' or old.closed_result in ('NOT_ACCEPTED', 'LAPSED', 'ACCEPTANCE_REVOKED'), false)
        and new.version > old.version
        and new.ledger_seq > old.ledger_seq
        and new.look_number > coalesce(old.look_number, 0);
begin
    if new.version < old.version
        or new.ledger_seq < old.ledger_seq
        or (new.ledger_seq = old.ledger_seq and new.ledger_hash <> old.ledger_hash) then
        raise exception 'case_file goes forward: version and ledger only grow' using errcode = 'restrict_violation';
    end if;
    if old.look_number is not null and (new.look_number is null or new.look_number < old.look_number) then
        raise exception 'case_file goes forward: looks only follow' using errcode = 'restrict_violation';
    end if;
    if (old.received_by is not null or has_ended)
        and (new.received_by is distinct from old.received_by or new.receipt is distinct from old.receipt) then
        raise exception 'case_file goes forward: who received it stays' using errcode = 'restrict_violation';
    end if;
    if new.review_reason = 'ORDERED' and not is_reopened and old.review_reason is distinct from 'ORDERED' then
        raise exception 'case_file goes forward: only what has ended is taken up again' using errcode = 'restrict_violation';
    end if;
    if has_ended and not is_reopened
        and (new.status, new.decision, new.decided_on, new.decided_by, new.decision_reasons, new.closed_result, new.closed_on,
             new.goes_on_in, new.applied_on, new.accepted_on, new.decision_due_on, new.review_reason, new.review_since,
             new.used_version, new.used_digest, new.look_number)
            is distinct from
            (old.status, old.decision, old.decided_on, old.decided_by, old.decision_reasons, old.closed_result, old.closed_on,
             old.goes_on_in, old.applied_on, old.accepted_on, old.decision_due_on, old.review_reason, old.review_since,
             old.used_version, old.used_digest, old.look_number) then
        raise exception 'case_file goes forward: what a case came to stays' using errcode = 'restrict_violation';
    end if;
    if is_reopened and old.received_by is not null and new.applied_on <> old.applied_on then
        raise exception 'case_file goes forward: the day of the application stays' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
