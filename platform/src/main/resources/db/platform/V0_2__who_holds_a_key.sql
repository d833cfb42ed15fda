alter table idempotency_record add column replica bigint;

comment on column idempotency_record.replica is
    'Advisory lock that the holder''s replica holds for as long as it lives; null: not known, so only the time frees the key.';
