-- Versions that wait: what became of each is a list of steps, and everything needed to compile one again is kept.
-- retires: policy_version.effective_at
create table policy_step (
  version integer not null references policy_version (version),
  step text not null check (step in ('announced', 'told', 'in-force', 'withdrawn')),
  at timestamptz not null,
  effective_at timestamptz,
  told integer check (told >= 0),
  unreached integer check (unreached >= 0),
  primary key (version, step),
  check ((effective_at is not null) = (step in ('announced', 'told'))),
  check ((told is not null and unreached is not null) = (step = 'told'))
);

insert into policy_step (version, step, at) select version, 'in-force', effective_at from policy_version;

-- Who was named in a version: sealed under the installation's secret, which no backup of the database has.
create table policy_controller (
  version integer primary key references policy_version (version),
  controller text not null check (controller ~ '^[A-Za-z0-9_-]+$')
);

-- Of versions from before this one there is no profile, so they can be shown and not carried out again.
alter table policy_version
  add column id uuid not null default gen_random_uuid(),
  add column profile text,
  add column class text not null default 'minor' check (class in ('first', 'editorial', 'minor', 'material')),
  add column follows integer references policy_version (version),
  add column scopes jsonb not null default '{}',
  add column made_at timestamptz;
update policy_version set made_at = effective_at, follows = nullif(version - 1, 0);
update policy_version set class = 'first' where version = 1;
alter table policy_version
  alter column id drop default,
  alter column class drop default,
  alter column scopes drop default,
  alter column made_at set not null,
  drop column effective_at;
