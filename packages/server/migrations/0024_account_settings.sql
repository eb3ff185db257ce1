-- What people set for themselves, a picture of theirs, and a change of address under way.
alter table account
  add column theme text not null default 'system' check (theme in ('system', 'light', 'dark'));

-- Made again from its pixels before it is kept (platform/images).
create table account_picture (
  record_id text primary key references record (id) on delete cascade,
  picture text check (picture like 's1.%'),
  changed_at timestamptz not null
);

alter table account_picture alter column picture set statistics 0;

-- One under way for each account; the address from before stays for as long as the change can be taken back.
create table account_address_change (
  record_id text primary key references record (id) on delete cascade,
  address_before text check (address_before like 's1.%'),
  address_after text check (address_after like 's1.%'),
  code_index text check (code_index like 'i1.%'),
  tries integer not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  changed_at timestamptz
);

alter table account_address_change
  alter column address_before set statistics 0,
  alter column address_after set statistics 0,
  alter column code_index set statistics 0;

-- Somebody wants a summary by mail: a record of its own, which goes when they no longer do.
create table account_digest (
  record_id text primary key references record (id) on delete cascade,
  -- Its account, which may be gone by now, and the record of the yes, which outlives both.
  account_id text not null,
  consent_id text not null,
  wanted_since timestamptz,
  sent_at timestamptz
);

alter table account_digest alter column wanted_since set statistics 0;

create index account_digest_of_account on account_digest (account_id);
