-- Who decided what becomes of messages in doubt, and why. The events of these messages name the decision in their code.
create table doubt_decision (
  account_id bigint not null references account,
  id bigint generated always as identity,
  at timestamptz not null,
  action text not null check (action in ('send-again', 'close')),
  user_id bigint,
  login text not null,
  reason text not null,
  primary key (account_id, id)
);

-- Messages in doubt, so that nobody has to look for them among the events; written with the event that puts a message in
-- doubt, and gone with the one that takes it out. What its batch knew stays here, since the batch ends.
create table message_doubt (
  account_id bigint not null references account,
  message_id bigint not null,
  run_id bigint not null,
  sender_id bigint not null,
  contact_key bigint not null,
  caller_id text not null,
  priority smallint not null,
  attempt smallint not null,
  since timestamptz not null,
  reason text not null,
  state text not null check (state in ('open', 'sending', 'closed')),
  primary key (account_id, message_id)
);
create index on message_doubt (run_id, message_id);
create index on message_doubt (account_id, contact_key);

insert into message_doubt
select m.account_id, m.id, m.run_id, m.sender_id, m.contact_key, r.caller_id, case r.kind when 'test' then 9 else 5 end,
  e.attempt, e.at, coalesce(e.detail, ''), 'open'
from message_event e
join message m on m.run_id = e.run_id and m.id = e.message_id
join run r on r.account_id = m.account_id and r.id = m.run_id
where e.to_state = 6 and e.from_state <> 6 and not exists (
  select from message_event t where t.run_id = e.run_id and t.message_id = e.message_id and t.from_state = 6 and t.to_state <> 6)
on conflict do nothing;
