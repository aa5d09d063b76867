-- A mailing has a sender or a virtual sender.
alter table mailing
  add column virtual_sender_id bigint,
  add foreign key (account_id, virtual_sender_id) references virtual_sender;
create index on mailing (account_id, virtual_sender_id) where virtual_sender_id is not null;

-- The rules with which a run opened; its sender_id is 0 then. They never change, so a message says in a number what they chose.
create table run_route (
  account_id bigint not null,
  run_id bigint not null,
  plan jsonb not null,
  primary key (account_id, run_id)
);

-- Which rule chose the sender, whose share it was, and who stood in; see io.postrider.sender.route.RouteChoice. Null if the run has
-- one sender.
alter table message add column route smallint;
