create index case_file_due_look_again_idx on case_file (next_look_on, id)
    where status in ('PROVISIONAL', 'UNDER_REVIEW') and next_look_on is not null;

drop index case_file_due_look_idx;

comment on column case_file.accepted_on is 'Business date of acceptance, or of the reception of a case in which only papers are open that may follow; else absent.';
comment on column case_file.decision_due_on is 'Last day of the limit for the decision or the answer; absent before acceptance or review, and while a provisional case waits for a source.';
comment on column case_file.next_look_on is 'Business date of the next look at the source; absent unless the case was received provisionally or a person waits for a silent source.';
comment on column case_file.look_not_before is 'Real instant before which the source is left alone; absent like the date of the next look.';
comment on column notice.points is 'Criteria that it names, each also with the papers that it misses: criterion:paper; a unit only as a keyed index.';
