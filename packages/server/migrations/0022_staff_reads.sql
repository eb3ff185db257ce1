-- Somebody of the staff opened what belongs to a person: a record of its own, of the same person.
create table staff_read (
  record_id text primary key references record (id) on delete cascade,
  -- The record that was opened; it may be gone by now.
  read_record_id text not null,
  by_account text not null,
  role text not null check (role in ('operator', 'command')),
  why text check (why like 's1.%'),
  read_at timestamptz
);

alter table staff_read
  alter column why set statistics 0,
  alter column read_at set statistics 0;
