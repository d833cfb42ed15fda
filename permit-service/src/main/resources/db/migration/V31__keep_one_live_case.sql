-- A person has one live case of an item.

alter table case_file
    add column alone boolean not null default true;

comment on column case_file.alone is 'False of a case that stood beside a later live one of the same person and item when this became a rule.';

update case_file as earlier
set alone = false
where decision is null and closed_result is null
    and exists (
        select 1 from case_file as later
        where later.person = earlier.person and later.item = earlier.item and later.id > earlier.id
            and later.decision is null and later.closed_result is null);

-- What its condition names changes once, at the end of a case, so that no other act writes an index for it.
create unique index case_file_one_live_idx on case_file (person, item)
    where alone and decision is null and closed_result is null;
