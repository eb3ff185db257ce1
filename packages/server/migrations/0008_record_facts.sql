-- What happened to records that decides what becomes of them: keys and times, nothing of what they hold. Facts are
-- written and never taken back, and go with their record.
create table record_event (
  record_id text not null references record on delete cascade,
  event text not null check (event ~ '^[a-z][a-z0-9.-]{0,63}$'),
  at timestamptz not null,
  primary key (record_id, event)
);

create table record_consent (
  record_id text not null references record on delete cascade,
  consent text not null check (consent ~ '^[a-z][a-z0-9.-]{0,63}$'),
  at timestamptz not null,
  given boolean not null,
  expires_at timestamptz,
  superseded_at timestamptz,
  primary key (record_id, consent, at, given)
);

create table record_objection (
  record_id text not null references record on delete cascade,
  purpose text not null check (purpose ~ '^[a-z][a-z0-9.-]{0,63}$'),
  at timestamptz not null,
  decided_at timestamptz,
  outcome text check (outcome in ('upheld', 'overridden')),
  primary key (record_id, purpose, at),
  check ((decided_at is null) = (outcome is null))
);

create table record_erasure (
  record_id text primary key references record on delete cascade,
  at timestamptz not null
);

-- That people were told before something goes; without a time, where there was no address to tell them at.
create table record_notice (
  record_id text not null references record on delete cascade,
  mail text not null check (mail ~ '^[a-z][a-z0-9.-]{0,63}$'),
  sent_at timestamptz,
  primary key (record_id, mail)
);

-- A hold keeps some categories of some records, on a ground, until somebody releases it. It has a day of review, and is
-- never about a whole person: records are named one by one. Who answers for it is a role, not a name.
create table record_hold (
  hold_id text not null,
  record_id text not null references record on delete cascade,
  category text not null check (category ~ '^[a-z][a-z0-9.-]{0,63}$'),
  ground text not null check (ground in ('17-3-a', '17-3-b', '17-3-c', '17-3-d', '17-3-e', '18-1-b', '18-1-c')),
  owner text not null check (owner ~ '^[a-z][a-z0-9.-]{0,63}$'),
  placed_at timestamptz not null,
  review_by timestamptz not null check (review_by > placed_at),
  released_at timestamptz,
  primary key (hold_id, record_id, category)
);
create index record_hold_of_record on record_hold (record_id);

-- What was deleted, or made anonymous. Until its keys are destroyed and its files removed, that is still to be done.
create table record_gone (
  record_id text not null references record on delete cascade,
  category text not null check (category ~ '^[a-z][a-z0-9.-]{0,63}$'),
  at timestamptz not null,
  outcome text not null check (outcome in ('delete', 'anonymise')),
  finished_at timestamptz,
  primary key (record_id, category)
);

-- A person asked that what is kept about them isn't used; they are told before that ends.
create table subject_restriction (
  id text primary key,
  subject_id text not null references subject on delete cascade,
  ground text not null check (ground in ('18-1-a', '18-1-b', '18-1-c', '18-1-d')),
  at timestamptz not null,
  told_at timestamptz,
  lifted_at timestamptz,
  check (lifted_at is null or (told_at is not null and told_at <= lifted_at))
);
create index subject_restriction_of_subject on subject_restriction (subject_id);

-- How a person is found again by an address: an index that finds it and doesn't tell it.
create table subject_address (
  address_index text not null unique check (address_index like 'i1.%'),
  subject_id text not null references subject on delete cascade
);
alter table subject_address alter column address_index set statistics 0;
create index subject_address_of_subject on subject_address (subject_id);

-- Under which policy all records were last looked at.
create table record_policy (
  only_row boolean primary key default true check (only_row),
  policy_hash text not null
);
