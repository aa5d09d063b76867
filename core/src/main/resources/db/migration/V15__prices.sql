-- What the operator of a sender asks for one part of a message. The row of a list stays when its sender is deleted, since figures of
-- what it has sent are in its currency.
create table sender_price_list (
  account_id bigint not null references account,
  sender_id bigint not null,
  currency text,
  version int not null,
  primary key (account_id, sender_id)
);

-- prefix: of the phone in E.164 without the plus; empty for every other phone. price: millionths of the currency. valid_from: null for always.
create table sender_price (
  account_id bigint not null,
  sender_id bigint not null,
  prefix text not null,
  price bigint not null check (price >= 0),
  valid_from timestamptz,
  unique nulls not distinct (account_id, sender_id, prefix, valid_from),
  foreign key (account_id, sender_id) references sender_price_list
);

-- What the operator asks for a message that it has taken, in millionths of the sender's currency; null if it says no price. Stands with the
-- first event that says that a try was taken.
alter table message_event add column cost bigint;
alter table run_hour add column cost bigint not null default 0;
