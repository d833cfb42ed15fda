alter table record_of_the_day add column business_read_at timestamptz;

comment on column record_of_the_day.business_read_at is 'When it was read, on the business clock; null in rows of the release before, which are of that day only.';
