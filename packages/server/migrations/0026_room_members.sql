-- People whom the owner of a room has let in to it: an account's room can be for members only, too.
alter table room drop constraint room_check;

-- A row of an account's record: it goes with the account of whoever was let in, and with the room.
create table room_member (
  id uuid primary key,
  record_id text not null references record (id) on delete cascade,
  room_id uuid not null references room (id) on delete cascade,
  -- Without it, it is over.
  joined_at timestamptz,
  unique (room_id, record_id)
);

create index room_member_of_record on room_member (record_id);

create table room_invitation (
  record_id text primary key references record (id) on delete cascade,
  room_id uuid not null references room (id) on delete cascade,
  address text check (address like 's1.%'),
  address_index text check (address_index like 'i1.%'),
  token_index text unique check (token_index like 'i1.%'),
  language text not null check (language in ('en', 'nb', 'sv')),
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  unique (room_id, address_index)
);

alter table room_invitation
  alter column address set statistics 0,
  alter column address_index set statistics 0,
  alter column token_index set statistics 0;
