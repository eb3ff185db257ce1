-- Rooms that somebody made: of an account, or of an organisation. A row belongs to its owner's record and goes with it.
create table room (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  owner text not null check (owner in ('account', 'organisation')),
  name text check (name like 's1.%'),
  name_index text unique check (name_index like 'i1.%'),
  door text not null check (door in ('link', 'knock', 'members')),
  size text not null check (size in ('small', 'large')),
  -- Keyed hash of the tag of its link; without one it is opened by its bare name.
  link_index text check (link_index like 'i1.%'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When a room for one time ends.
  ends_at timestamptz,
  suspended_at timestamptz,
  -- Emptied, until it is swept away.
  deleted_at timestamptz,
  check (owner = 'organisation' or door <> 'members')
);

alter table room
  alter column name set statistics 0,
  alter column name_index set statistics 0,
  alter column link_index set statistics 0;

create index room_of_record on room (record_id, created_at);
create index room_that_ends on room (ends_at) where ends_at is not null;
create index room_to_sweep on room (deleted_at) where deleted_at is not null;

-- Names that are taken: also of rooms that are gone, so that nobody else gets what was sent to an address, and of former
-- names. Only a keyed hash, and while there is one the room's random number.
create table room_name (
  name_hash text primary key check (name_hash like 'i1.%'),
  room_id uuid not null,
  taken_at timestamptz not null,
  -- Since when no room has it.
  gone_at timestamptz
);

create index room_name_of_room on room_name (room_id);
create index room_name_gone on room_name (gone_at) where gone_at is not null;

-- How a room looks, or with no room how all of its owner's do.
create table room_brand (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  room_id uuid unique references room (id) on delete cascade,
  logo text check (logo like 's1.%'),
  logo_id uuid unique,
  background text check (background like 's1.%'),
  background_id uuid unique,
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  ground text check (ground ~ '^#[0-9a-f]{6}$'),
  updated_at timestamptz not null
);

alter table room_brand
  alter column logo set statistics 0,
  alter column background set statistics 0;

create unique index room_brand_of_owner on room_brand (record_id) where room_id is null;
create index room_brand_of_record on room_brand (record_id);

-- How often a room was used, by day: numbers only.
create table room_day (
  room_id uuid not null references room (id) on delete cascade,
  record_id text not null references record (id) on delete cascade,
  day date not null,
  meetings integer not null,
  missed_knocks integer not null,
  primary key (room_id, day)
);

create index room_day_of_record on room_day (record_id, day);
create index room_day_by_day on room_day (day);
