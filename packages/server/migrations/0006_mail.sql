-- Mail on its way. Address, subject and text are sealed, and cleared once the mail was handed over or given up: what
-- stays is that a mail of this kind was sent.
create table mail (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z0-9.-]{0,63}$'),
  occasion uuid not null,
  address text check (address like 's1.%'),
  subject text check (subject like 's1.%'),
  content text check (content like 's1.%'),
  queued_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  error_code text check (error_code ~ '^[a-z][a-z0-9.-]{0,63}$'),
  -- Queued twice for the same occasion, it is sent once.
  unique (record_id, kind, occasion),
  check (sent_at is null or failed_at is null),
  check ((sent_at is null and failed_at is null) or num_nonnulls(address, subject, content) = 0),
  -- A file of the outbox is named after the record.
  check (record_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
);

alter table mail
  alter column address set statistics 0,
  alter column subject set statistics 0,
  alter column content set statistics 0;

create index mail_waiting on mail (queued_at) where sent_at is null and failed_at is null;

-- Addresses that want no more mail of a list, as an index that finds an address and doesn't tell it. It outlives the
-- list and everything else that is known of the person.
create table mail_suppression (
  record_id text primary key references record (id) on delete cascade,
  address_index text not null check (address_index like 'i1.%'),
  list text not null check (list ~ '^[a-z][a-z0-9.-]{0,63}$'),
  created_at timestamptz not null,
  unique (address_index, list)
);

alter table mail_suppression alter column address_index set statistics 0;
