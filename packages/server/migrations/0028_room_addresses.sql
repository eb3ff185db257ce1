-- Whether people in a room are kept from learning each other's network addresses.
alter table room add column hides_addresses boolean not null default false;
