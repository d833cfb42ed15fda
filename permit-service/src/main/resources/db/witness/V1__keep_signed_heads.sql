-- Where each ledger stood after each event, kept by a role that neither the service nor the owner of the cases is. Whoever rewrites
-- a ledger does not reach this.

create table signed_head (
    case_id   uuid   not null,
    seq       bigint not null,
    hash      bytea  not null,
    signature bytea,
    key_id    text,
    signed_at timestamptz,
    constraint signed_head_pk primary key (case_id, seq),
    constraint signed_head_seq_positive check (seq >= 1),
    constraint signed_head_hash_size check (octet_length(hash) = 32),
    constraint signed_head_signature_size check (octet_length(signature) = 64),
    constraint signed_head_signature_is_complete
        check ((signature is null) = (key_id is null) and (signature is null) = (signed_at is null))
);

comment on table signed_head is 'One row per event of a ledger: its hash, signed by the service. Nothing refers to a case, so that a case that is gone is missed.';
comment on column signed_head.signature is 'ES256 as 64 bytes over case, seq, hash and moment (docs/adr/0142); absent where the ledger stood when the first heads were signed.';
comment on column signed_head.key_id is 'The signing key of the service; absent like the signature.';
comment on column signed_head.signed_at is 'Real instant; absent like the signature.';

create function signed_head_is_kept() returns trigger
    language plpgsql as
$$
begin
    raise exception 'signed_head is append-only: % refused', lower(tg_op) using errcode = 'restrict_violation';
end
$$;

create trigger signed_head_keep_rows before update or delete on signed_head
    for each row execute function signed_head_is_kept();
create trigger signed_head_keep_table before truncate on signed_head
    for each statement execute function signed_head_is_kept();

create function signed_head_follows() returns trigger
    language plpgsql as
$$
begin
    if new.signature is null then
        raise exception 'a head is signed' using errcode = 'restrict_violation';
    end if;
    if new.seq > 1 and not exists (select from ${flyway:defaultSchema}.signed_head where case_id = new.case_id and seq = new.seq - 1) then
        raise exception 'head % of case % does not follow another', new.seq, new.case_id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

insert into signed_head (case_id, seq, hash)
select id, ledger_seq, decode(ledger_hash, 'hex')
from public.case_file
where ledger_seq > 0;

create trigger signed_head_follow before insert on signed_head
    for each row execute function signed_head_follows();

grant usage on schema ${flyway:defaultSchema} to ${runtimeRole};
grant select, insert on signed_head to ${runtimeRole};
