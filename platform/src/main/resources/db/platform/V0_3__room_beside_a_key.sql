alter table idempotency_record
    alter column answer set storage external, -- a cipher text does not become smaller
    set (fillfactor = 50); -- a row becomes committed and answered in a moment: beside itself, so that no index is written for it
