-- Which migrations this database has run. Written in the transaction of the migration itself.
create table schema_migration (
  number integer primary key,
  name text not null,
  content_hash text not null,
  applied_at timestamptz not null default now()
);
