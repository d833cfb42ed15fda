-- The evidence of a query has the query's own id, so that one index finds it.
alter table evidence drop constraint evidence_query_once;
alter table evidence drop constraint evidence_pk;
alter table evidence add constraint evidence_pk primary key (query_id);
alter table evidence alter column id drop not null;
create unique index evidence_id_of_its_own on evidence (id) where id is not null;
comment on column evidence.id is 'Of evidence that was given an id of its own; null where it is that of its query.';
comment on column evidence.jws is 'Signed clean record as it was handed out, encrypted; context evidence:<id, else query>:jws.';

-- What the sources sent lies beside what was made of it: rows of one kind, compressed together, written in one statement.
alter table evidence add column sources bytea[];
alter table evidence alter column raw_rows drop not null;
alter table evidence add constraint evidence_has_raw_rows check (sources is not null or raw_rows is not null);
comment on column evidence.sources is 'Every request to a source and what came back, failed ones included, and the text of each row of the record, in their order; encrypted, in parts of some megabytes, context evidence:<query>:sources:<part>. Null where requests are in source_exchange and texts in raw_rows.';
comment on column evidence.raw_rows is 'Of evidence without sources: text of each of its rows, in their order, encrypted; context evidence:<id>:raw_rows.';
comment on table source_exchange is 'Requests of queries whose evidence has no sources; nothing is added.';

-- Nobody asks by case.
drop index contribution_query_case;
