-- Reports of what breaks the rules, as whoever saw it chose to tell them. What was written and who is named is sealed.
create table report (
  record_id text primary key references record (id) on delete cascade,
  number text not null unique check (number ~ '^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
  place text not null check (place in ('door', 'call')),
  reason text not null check (
    reason in ('harassment', 'hatred', 'child-abuse', 'illegal', 'recording', 'impersonation', 'room-name', 'other')
  ),
  state text not null check (state in ('open', 'decided')),
  language text not null check (language in ('en', 'nb', 'sv')),
  room text check (room like 's1.%'),
  message text check (message like 's1.%'),
  address text check (address like 's1.%'),
  -- What it says about somebody else.
  about text check (about like 's1.%'),
  chat text check (chat like 's1.%'),
  received_at timestamptz not null,
  decided_at timestamptz
);

alter table report
  alter column room set statistics 0,
  alter column message set statistics 0,
  alter column address set statistics 0,
  alter column about set statistics 0,
  alter column chat set statistics 0;

create index report_waiting on report (state, received_at);

-- What was decided, with its reason; the latest counts.
create table report_decision (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  at timestamptz not null,
  outcome text not null check (outcome in ('no-breach', 'warned', 'suspended', 'passed-on')),
  reason text check (reason like 's1.%'),
  -- The account of whoever decided.
  decided_by text not null
);

alter table report_decision alter column reason set statistics 0;

create index report_decision_of_record on report_decision (record_id, at);
