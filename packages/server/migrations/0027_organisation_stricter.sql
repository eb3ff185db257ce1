-- How long an organisation keeps its own log and the counts of its rooms, where that is shorter than the policy has it.
alter table organisation
  add column log_days integer check (log_days in (30, 90, 180, 365)),
  add column usage_days integer check (usage_days in (7, 30));
