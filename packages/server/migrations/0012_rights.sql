-- Requests about one's own data (GDPR art. 15–22). Addresses, wishes and reasons are sealed.

-- A request until whoever made it has shown that the address is theirs.
create table rights_claim (
  record_id text primary key references record (id) on delete cascade,
  kind text not null check (
    kind in ('access', 'portability', 'rectification', 'erasure', 'restriction', 'objection', 'withdrawal')
  ),
  language text not null check (language in ('en', 'nb', 'sv')),
  address text check (address like 's1.%'),
  address_index text check (address_index like 'i1.%'),
  wish text check (wish like 's1.%'),
  -- From then on its time runs; a letter may have come before it was entered.
  received_at timestamptz not null,
  asked_at timestamptz not null,
  proved_at timestamptz
);

alter table rights_claim
  alter column address set statistics 0,
  alter column address_index set statistics 0,
  alter column wish set statistics 0;

create index rights_claim_of_address on rights_claim (address_index, asked_at);

create table rights_request (
  record_id text primary key references record (id) on delete cascade,
  number text not null unique check (number ~ '^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
  kind text not null check (
    kind in ('access', 'portability', 'rectification', 'erasure', 'restriction', 'objection', 'withdrawal')
  ),
  -- What of it: on which ground of art. 18(1) a restriction, against what an objection.
  scope text check (scope in ('18-1-a', '18-1-b', '18-1-c', '18-1-d', 'marketing', 'all')),
  language text not null check (language in ('en', 'nb', 'sv')),
  -- Telling: done, but for the word to those who got the data before (art. 19).
  state text not null check (state in ('open', 'telling', 'fulfilled', 'refused')),
  address text check (address like 's1.%'),
  address_index text check (address_index like 'i1.%'),
  wish text check (wish like 's1.%'),
  new_address text check (new_address like 's1.%'),
  received_at timestamptz not null,
  proved_at timestamptz not null,
  due_at timestamptz not null,
  extended_at timestamptz,
  -- When what runs by itself was done.
  carried_at timestamptz,
  closed_at timestamptz,
  restriction_id text,
  hold_id text,
  -- Of how much of the time it was told that it is over, in hundredths.
  escalated integer not null default 0 check (escalated in (0, 50, 80, 100))
);

alter table rights_request
  alter column address set statistics 0,
  alter column address_index set statistics 0,
  alter column wish set statistics 0,
  alter column new_address set statistics 0;

-- However often somebody asks, one of each kind is open.
create unique index rights_request_open on rights_request (address_index, kind) where state in ('open', 'telling');
create index rights_request_due on rights_request (due_at) where state = 'open';

-- What was done, for the person and for whoever has to show it (art. 5(2)).
create table rights_step (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  at timestamptz not null,
  step text not null check (step ~ '^[a-z][a-z-]{0,39}$'),
  about text check (about ~ '^[a-z0-9][a-z0-9., -]{0,199}$'),
  until_at timestamptz,
  text text check (text like 's1.%')
);

alter table rights_step alter column text set statistics 0;

create index rights_step_of_record on rights_step (record_id, at);

-- Those who got the data before, and whether they were told (art. 19).
create table rights_told (
  record_id text not null references record (id) on delete cascade,
  recipient text not null,
  told_at timestamptz,
  primary key (record_id, recipient)
);
