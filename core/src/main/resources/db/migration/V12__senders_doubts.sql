-- What a sender does about messages of which nobody knows whether its operator has them: a person decides, or each is sent
-- again after a while, so many times at most. Doubts older than the choice are left to people.
alter table sender add column doubt_action text not null default 'hold' check (doubt_action in ('hold', 'send-again'));
alter table sender add column doubt_minutes int not null default 10 check (doubt_minutes between 5 and 1440);
alter table sender add column doubt_tries smallint not null default 1 check (doubt_tries between 1 and 3);
alter table sender add column doubt_since timestamptz;

-- Since when the last try has been in doubt without anybody's decision; null once there was one, or once the sender's policy
-- has left the message to people. Beside it, how often the message had been sent again by then.
alter table message_doubt add column waits_since timestamptz;
alter table message_doubt add column sent_again smallint not null default 0;
create index on message_doubt (account_id, sender_id, waits_since) where waits_since is not null;

-- A decision without a user is the policy's of the sender.
comment on column doubt_decision.user_id is 'null: the policy of the sender decided';
