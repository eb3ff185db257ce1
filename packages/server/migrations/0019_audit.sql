-- What was done in an administrator's right: by whom and to whom stands apart, so that the act outlives the person's account.
create table audit_act (
  record_id text primary key references record (id) on delete cascade,
  -- Null where it is the operator's.
  organisation_id text,
  at timestamptz not null,
  what text not null check (what ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
  about_kind text,
  about_id text,
  detail text check (detail like 's1.%'),
  why text check (why like 's1.%')
);

alter table audit_act
  alter column detail set statistics 0,
  alter column why set statistics 0;

create index audit_act_of_organisation on audit_act (organisation_id, at, record_id);

-- Goes with the account, and with the act.
create table audit_person (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  act_id text not null references audit_act (record_id) on delete cascade,
  part text not null check (part in ('by', 'about')),
  what text not null,
  at timestamptz not null
);

create index audit_person_of_record on audit_person (record_id);
create index audit_person_of_act on audit_person (act_id);
