-- Where an applicant wants to be told what becomes of a case (docs/adr/0214).

create table case_contact (
    case_id  uuid  not null,
    phone    bytea not null,
    language text  not null,
    constraint case_contact_pk primary key (case_id),
    constraint case_contact_case_fk foreign key (case_id) references case_file (id),
    constraint case_contact_language_known check (language in ('zh', 'en'))
);

comment on table case_contact is 'One row for each case whose applicant gave a telephone number.';
comment on column case_contact.phone is 'Encrypted.';
comment on column case_contact.language is 'In which the applicant is told.';

grant select, insert on case_contact to ${runtimeRole};
