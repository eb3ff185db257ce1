-- A person whom the installation keeps something about: a random id, and nothing that says who.
create table subject (
  id text primary key,
  created_at timestamptz not null default now()
);
