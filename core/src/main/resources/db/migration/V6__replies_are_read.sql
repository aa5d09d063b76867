-- What people write back is read by the words of the account (io.postrider.reply.ReplyWords); kind is null until then.
-- changed counts subscriptions; spared: it came from the simulator to an account that also writes to real people.
alter table reply
  add column kind text check (kind in ('stop', 'start', 'help', 'other')),
  add column word text,
  add column read_at timestamptz,
  add column run_id bigint,
  add column message_id bigint,
  add column resource_id bigint,
  add column database_id bigint,
  add column profile_id bigint,
  add column changed int not null default 0,
  add column spared boolean not null default false,
  add column repeated boolean not null default false;
create index reply_unread on reply (id) where kind is null;
create index reply_kind on reply (account_id, kind, id);
create index reply_opt_out on reply (account_id, run_id) where kind = 'stop' and changed > 0;

-- What a reply did to subscriptions; version is the subscription's afterwards, so that a later start undoes nothing that
-- somebody else has done meanwhile.
create table reply_effect (
  account_id bigint not null,
  reply_id bigint not null,
  subscription_id bigint not null,
  from_status smallint not null,
  to_status smallint not null,
  version int not null,
  primary key (account_id, reply_id, subscription_id)
);

-- Own words of an account beside the standard ones, and standard words that it does not want.
create table reply_words (
  account_id bigint primary key references account,
  first_word boolean not null,
  stop text[] not null,
  start text[] not null,
  help text[] not null,
  off text[] not null,
  version int not null,
  changed_by text not null,
  changed_at timestamptz not null
);
