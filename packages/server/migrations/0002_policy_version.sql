-- Every version of the policy that this installation has shown, oldest first: the archive begins with the first one.
-- The facts are without the controller, who may be a person.
create table policy_version (
  version integer primary key,
  hash text not null,
  facts jsonb not null,
  controller_named boolean not null,
  effective_at timestamptz not null
);
