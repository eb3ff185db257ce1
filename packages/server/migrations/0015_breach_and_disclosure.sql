-- The register of breaches (GDPR art. 33(5)): counts, times and words that name nobody.
create table breach (
  id uuid primary key,
  aware_at timestamptz not null,
  due_at timestamptz not null,
  reported_at timestamptz not null,
  kinds text[] not null check (kinds <@ array['confidentiality', 'integrity', 'availability'] and cardinality(kinds) > 0),
  risk text not null check (risk in ('none', 'risk', 'high')),
  tables text[] not null,
  hosts text[] not null,
  span_from timestamptz,
  span_to timestamptz,
  keys_leaked boolean not null,
  categories text[] not null,
  people integer not null,
  records integer not null,
  unreadable boolean not null,
  what text not null,
  consequences text not null,
  measures text not null,
  told_percent integer not null default 0,
  letters_asked_at timestamptz
);

create table breach_notice (
  breach_id uuid not null references breach on delete cascade,
  addressee text not null check (addressee in ('authority', 'subjects', 'public')),
  phase integer not null check (phase > 0),
  sent_at timestamptz not null,
  late_reason text,
  primary key (breach_id, addressee, phase)
);

-- What was handed out on a demand of the law. The entry outlives the records; which they were goes with them.
create table disclosure (
  id text primary key,
  recipient text not null,
  law text not null,
  demand text not null,
  made_at timestamptz not null,
  categories text[] not null check (cardinality(categories) > 0),
  records integer not null,
  told_at timestamptz,
  telling_forbidden boolean not null,
  check (told_at is null or not telling_forbidden)
);

create table disclosure_record (
  disclosure_id text not null references disclosure on delete cascade,
  record_id text not null references record on delete cascade,
  primary key (disclosure_id, record_id)
);
create index disclosure_record_of_record on disclosure_record (record_id);
