alter table evidence add column silences jsonb not null default '{}';
comment on column evidence.silences is 'Why each source was silent, by kind; empty where all were read or no source is configured.';
