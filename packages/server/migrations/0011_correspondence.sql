-- Letters by the contact form: a conversation, with whom, and what was written. Address, name and text are sealed.
create table ticket (
  record_id text primary key references record (id) on delete cascade,
  -- Random, so that it tells nothing of other conversations.
  number text not null unique check (number ~ '^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
  state text not null check (state in ('open', 'answered', 'closed')),
  language text not null check (language in ('en', 'nb', 'sv')),
  created_at timestamptz not null
);

create table ticket_contact (
  record_id text primary key references record (id) on delete cascade,
  address text check (address like 's1.%'),
  address_index text check (address_index like 'i1.%'),
  name text check (name like 's1.%'),
  answered_within integer,
  -- However many write at once with one address, one of them gets the hours' automatic answer.
  unique (address_index, answered_within)
);

alter table ticket_contact
  alter column address set statistics 0,
  alter column address_index set statistics 0,
  alter column name set statistics 0;

create table ticket_message (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  direction text not null check (direction in ('in', 'out')),
  body text check (body like 's1.%'),
  sent_at timestamptz not null,
  message_id text check (message_id ~ '^<[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^<>@[:space:]]+>$')
);

alter table ticket_message alter column body set statistics 0;

create index ticket_message_of_record on ticket_message (record_id, sent_at);
