-- What is to be done: a name that the code declares, and the id of the row it is about. The types leave no room for
-- anything else: neither an address nor a sentence is a uuid, and an error is its code.
create table job (
  id uuid primary key,
  name text not null check (name ~ '^[a-z][a-z0-9.-]{0,63}$'),
  about uuid,
  due_at timestamptz,
  attempts integer not null default 0,
  asked integer not null default 1,
  lease uuid,
  leased_until timestamptz,
  error_code text check (error_code ~ '^[a-z][a-z0-9.-]{0,63}$'),
  given_up_at timestamptz,
  check ((lease is null) = (leased_until is null)),
  -- Asked for twice is done once; a job on a schedule is about nothing, and there is one of it.
  unique nulls not distinct (name, about)
);

create index job_ready on job (coalesce(leased_until, due_at));
