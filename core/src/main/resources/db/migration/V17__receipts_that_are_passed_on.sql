-- A receipt that came to another connection than its message went out by: its own sender is to look at it.
alter table receipt_parked add column passed_on boolean not null default false;
create index receipt_parked_passed_on on receipt_parked (sender_id, id) where passed_on;
