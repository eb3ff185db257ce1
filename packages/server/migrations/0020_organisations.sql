-- Organisations, who is in them and as what, whom they invite, and the agreements by which the operator works for them.
create table organisation (
  record_id text primary key references record (id) on delete cascade,
  name text check (name like 's1.%'),
  legal_name text check (legal_name like 's1.%'),
  privacy_contact text check (privacy_contact like 's1.%'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When it is deleted because nobody owns it.
  ends_at timestamptz
);

alter table organisation
  alter column name set statistics 0,
  alter column legal_name set statistics 0,
  alter column privacy_contact set statistics 0;

-- A row of an account's record: it goes with the account. Without a role it is over, until it is swept away.
create table organisation_member (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  organisation_id text not null references organisation (record_id) on delete cascade,
  role text check (role in ('owner', 'admin', 'host', 'member')),
  joined_at timestamptz not null,
  unique (organisation_id, record_id)
);

create index organisation_member_of_record on organisation_member (record_id);
create index organisation_member_by_time on organisation_member (organisation_id, joined_at);

create table organisation_invitation (
  record_id text primary key references record (id) on delete cascade,
  organisation_id text not null references organisation (record_id) on delete cascade,
  address text check (address like 's1.%'),
  address_index text check (address_index like 'i1.%'),
  token_index text unique check (token_index like 'i1.%'),
  role text not null check (role in ('owner', 'admin', 'host', 'member')),
  language text not null check (language in ('en', 'nb', 'sv')),
  invited_by text not null,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  unique (organisation_id, address_index)
);

alter table organisation_invitation
  alter column address set statistics 0,
  alter column address_index set statistics 0,
  alter column token_index set statistics 0;

create index organisation_invitation_by_time on organisation_invitation (organisation_id, created_at);

-- Texts of the agreement, as they were when somebody accepted them.
create table agreement_version (
  hash text primary key,
  facts_hash text not null,
  texts jsonb not null,
  made_at timestamptz not null
);

create table organisation_agreement (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  version text not null references agreement_version (hash),
  name text check (name like 's1.%'),
  title text check (title like 's1.%'),
  language text not null check (language in ('en', 'nb', 'sv')),
  accepted_at timestamptz not null
);

alter table organisation_agreement
  alter column name set statistics 0,
  alter column title set statistics 0;

create index organisation_agreement_of_record on organisation_agreement (record_id, accepted_at);
create index organisation_agreement_of_version on organisation_agreement (version);
