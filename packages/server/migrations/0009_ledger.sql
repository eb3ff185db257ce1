-- What was asked and what was done, without identifiers: records and persons stand as tags that only the key makes. Each
-- entry carries the hash of the one before, and none is ever changed or taken away, whoever asks.
create table ledger_entry (
  number integer primary key check (number > 0),
  at timestamptz not null,
  kind text not null check (kind ~ '^[a-z][a-z0-9.-]{0,63}$'),
  tag text not null check (tag like 'i1.%'),
  facts jsonb not null,
  previous_hash text not null unique,
  hash text not null unique
);

create function ledger_follows() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  last public.ledger_entry;
begin
  select * into last from public.ledger_entry order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.previous_hash <> coalesce(last.hash, new.previous_hash) then
    raise exception using errcode = 'SM005', message = 'an entry of the ledger follows the last one';
  end if;
  return new;
end $$;

create function ledger_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception using errcode = 'SM006', message = 'the ledger is only added to';
end $$;

create trigger ledger_follows before insert on ledger_entry for each row execute function ledger_follows();
create trigger ledger_stays before update or delete on ledger_entry for each row execute function ledger_stays();
create trigger ledger_stays_whole before truncate on ledger_entry for each statement execute function ledger_stays();
alter table ledger_entry enable always trigger ledger_follows;
alter table ledger_entry enable always trigger ledger_stays;
alter table ledger_entry enable always trigger ledger_stays_whole;
