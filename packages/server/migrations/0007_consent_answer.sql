-- What people answered to the questions that the policy asks: each answer is a row of its own, and none is ever changed.
create table consent_answer (
  id text primary key,
  record_id text not null references record,
  question text not null,
  state text not null check (state in ('ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn')),
  answered_at timestamptz not null,
  method text not null,
  language text not null,
  text_hash text not null,
  scope_hash text not null,
  policy_version integer not null
);
create index consent_answer_of_record on consent_answer (record_id, answered_at);
