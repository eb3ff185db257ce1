-- Accounts, organisations and rooms that an operator closed, why, and what whoever is concerned says against it.
create table suspension (
  record_id text primary key references record (id) on delete cascade,
  target_kind text not null check (target_kind in ('account', 'organisation', 'room')),
  -- Number of the account or organisation, or the room's name.
  target text not null,
  reason text check (reason like 's1.%'),
  placed_by text not null,
  placed_at timestamptz not null,
  ended_at timestamptz
);

alter table suspension alter column reason set statistics 0;

-- One at a time.
create unique index suspension_stands on suspension (target_kind, target) where ended_at is null;

create table suspension_appeal (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  made_by text not null,
  text text check (text like 's1.%'),
  made_at timestamptz not null,
  outcome text check (outcome in ('granted', 'refused')),
  answer text check (answer like 's1.%'),
  decided_by text,
  decided_at timestamptz
);

alter table suspension_appeal
  alter column text set statistics 0,
  alter column answer set statistics 0;

-- One that waits at a time.
create unique index suspension_appeal_open on suspension_appeal (record_id) where decided_at is null;
