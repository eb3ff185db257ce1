-- Who wants the newsletter, or was asked whether they do.
create table newsletter_entry (
  record_id text primary key references record,
  address text,
  address_index text,
  name text,
  language text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  consent_id text references record on delete set null deferrable initially deferred
);
alter table newsletter_entry
  alter column address set statistics 0,
  alter column address_index set statistics 0,
  alter column name set statistics 0;
create unique index newsletter_entry_by_address on newsletter_entry (address_index);

-- Who waits for something, and in which country.
create table waiting_list_entry (
  record_id text primary key references record,
  address text,
  address_index text,
  country text,
  language text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  consent_id text references record on delete set null deferrable initially deferred
);
alter table waiting_list_entry
  alter column address set statistics 0,
  alter column address_index set statistics 0;
create unique index waiting_list_entry_by_address on waiting_list_entry (address_index);
