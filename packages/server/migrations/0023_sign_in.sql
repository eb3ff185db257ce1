-- More ways to sign in: by a phone number, by an identity provider, by a password where a policy has them.
alter table account
  add column phone text check (phone like 's1.%'),
  add column phone_index text unique check (phone_index like 'i1.%');

alter table account
  alter column phone set statistics 0,
  alter column phone_index set statistics 0;

-- Who somebody is at a provider, as a keyed hash; nothing that the provider told, and none of its tokens.
create table account_provider (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  subject_index text unique check (subject_index like 'i1.%'),
  created_at timestamptz not null,
  removed_at timestamptz
);

alter table account_provider alter column subject_index set statistics 0;

create index account_provider_of_record on account_provider (record_id);

-- An Argon2id hash (RFC 9106), sealed.
create table account_password (
  record_id text primary key references record (id) on delete cascade,
  hash text check (hash like 's1.%'),
  set_at timestamptz not null
);

alter table account_password alter column hash set statistics 0;

alter table account_session add column factors integer not null default 1 check (factors in (1, 2));
alter table account_session drop constraint account_session_way_check;
alter table account_session add check (way in ('code', 'passkey', 'provider', 'password'));
