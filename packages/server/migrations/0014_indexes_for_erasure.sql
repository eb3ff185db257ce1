-- Whatever one erasure looks for is found without looking at everybody else's.
-- Deleting the record of an answer clears who refers to it.
create index newsletter_entry_of_consent on newsletter_entry (consent_id) where consent_id is not null;
create index waiting_list_entry_of_consent on waiting_list_entry (consent_id) where consent_id is not null;
-- Which entries of the ledger are about the same record.
create index ledger_entry_of_tag on ledger_entry (tag);
-- Holds whose day of review is past.
create index record_hold_standing on record_hold (review_by) where released_at is null;
