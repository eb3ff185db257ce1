-- What retention, hold, objection, restriction and erasure work on: one ticket, one subscription, one request. Every table
-- that holds something personal refers to it by its column record_id, and shows its rows while the record is in use.
create table record (
  id text primary key,
  kind text not null,
  subject_id text references subject,
  state text not null default 'in-use' check (state in ('in-use', 'restricted')),
  -- Purposes that the person has objected to, which don't see it.
  barred text[] not null default '{}',
  next_check_at timestamptz,
  created_at timestamptz not null default now()
);
create index record_of_subject on record (subject_id);
-- What is due is looked for often, and most records are not.
create index record_due on record (next_check_at) where next_check_at is not null;
