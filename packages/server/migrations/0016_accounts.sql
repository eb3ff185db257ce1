-- Accounts and how people sign in. Addresses, names and keys are sealed; what finds a row is an index or a keyed hash.
create table account (
  record_id text primary key references record (id) on delete cascade,
  address text check (address like 's1.%'),
  address_index text unique check (address_index like 'i1.%'),
  address_verified boolean not null,
  name text check (name like 's1.%'),
  language text not null check (language in ('en', 'nb', 'sv')),
  role text not null default 'member' check (role in ('member', 'organisation-admin', 'operator')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

alter table account
  alter column address set statistics 0,
  alter column address_index set statistics 0,
  alter column name set statistics 0;

create table account_passkey (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  name text check (name like 's1.%'),
  credential_index text unique check (credential_index like 'i1.%'),
  credential text check (credential like 's1.%'),
  public_key text check (public_key like 's1.%'),
  -- How often it was used, where it counts (WebAuthn §6.1.1).
  counter integer not null,
  created_at timestamptz not null,
  removed_at timestamptz
);

alter table account_passkey
  alter column name set statistics 0,
  alter column credential_index set statistics 0,
  alter column credential set statistics 0,
  alter column public_key set statistics 0;

create index account_passkey_of_record on account_passkey (record_id);

-- A secret shared with an app that shows codes (RFC 6238). The step of the last code that was taken: none counts twice.
create table account_second_factor (
  record_id text primary key references record (id) on delete cascade,
  secret text check (secret like 's1.%'),
  last_step integer not null,
  confirmed_at timestamptz
);

alter table account_second_factor alter column secret set statistics 0;

create table account_recovery_code (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  code_index text unique check (code_index like 'i1.%'),
  used_at timestamptz
);

alter table account_recovery_code alter column code_index set statistics 0;

create index account_recovery_code_of_record on account_recovery_code (record_id);

-- Neither address nor kind of browser: only that somebody is signed in, how, and until when.
create table account_session (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  token_index text unique check (token_index like 'i1.%'),
  way text not null check (way in ('code', 'passkey')),
  -- Nothing is open to it before the second factor.
  waiting boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When its person last showed that they are it.
  shown_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

alter table account_session alter column token_index set statistics 0;

create index account_session_of_record on account_session (record_id);

-- Codes and challenges under way. What was used stays without its value until the record goes, some minutes later.
create table sign_in_code (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  about_index text check (about_index like 'i1.%'),
  value text check (value like 's1.%'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

alter table sign_in_code
  alter column about_index set statistics 0,
  alter column value set statistics 0;

create index sign_in_code_of_record on sign_in_code (record_id);
create index sign_in_code_about on sign_in_code (about_index, created_at);
