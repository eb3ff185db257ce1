-- A mail that was given up stays whole, sealed, until the policy's end for mail on its way: an operator can have it tried
-- again. One that was handed over is cleared, as before.
alter table mail
  drop constraint mail_check1,
  add constraint mail_cleared check (sent_at is null or num_nonnulls(address, subject, content) = 0),
  add constraint mail_whole check (num_nonnulls(address, subject, content) in (0, 3));

drop index mail_waiting;
create index mail_held on mail (queued_at) where address is not null;
create index mail_given_up on mail (id) where failed_at is not null;
