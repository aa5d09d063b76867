-- Every table of a noun carries account_id, and its keys begin with it. Facts (messages, events, exclusions, clicks) are
-- partitioned by week of run, carry no foreign keys and are only inserted; see docs/decisions.

create table id_block (
  name text primary key,
  next bigint not null
);
insert into id_block (name, next) values ('object', 1000), ('message', 1);

-- Keys that belong to the data and must survive with it, such as the one that scrambles short links.
create table server_key (
  name text primary key,
  value bytea not null
);

-- account --------------------------------------------------------------------------------------------------------------
create table account (
  id bigint primary key,
  name text not null,
  created_at timestamptz not null default now()
);
insert into account (id, name) values (1, 'Main');

create table app_user (
  account_id bigint not null references account,
  id bigint not null,
  login text not null,
  password_hash text not null,
  role text not null,
  language text not null default 'en',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (login)
);

create table user_session (
  token_hash bytea primary key,
  account_id bigint not null,
  user_id bigint not null,
  csrf_token text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null,
  foreign key (account_id, user_id) references app_user on delete cascade
);
create index on user_session (account_id, user_id);

create table api_key (
  account_id bigint not null references account,
  id bigint not null,
  name text not null,
  prefix text not null,
  key_hash bytea not null unique,
  role text not null,
  created_by bigint not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, id)
);

create table idempotency (
  account_id bigint not null references account,
  key text not null,
  operation text not null,
  request_hash bytea not null,
  status int,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  primary key (account_id, key)
);
create index on idempotency (created_at);

-- job ------------------------------------------------------------------------------------------------------------------
create table upload (
  account_id bigint not null references account,
  id bigint not null,
  file_name text not null,
  bytes bigint not null,
  path text not null,
  created_by bigint not null,
  created_at timestamptz not null,
  primary key (account_id, id)
);

-- claims counts who took the job up; whoever finds another number than its own has lost it.
create table job (
  account_id bigint not null references account,
  id bigint not null,
  kind text not null,
  state text not null,
  parameters jsonb not null,
  progress jsonb not null,
  position bigint not null default 0,
  problem jsonb,
  cancel_asked boolean not null default false,
  claims int not null default 0,
  seen_at timestamptz,
  started_by bigint not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  version int not null default 1,
  primary key (account_id, id)
);
create index on job (state) where state in ('waiting', 'running');

create table job_rejected_row (
  account_id bigint not null,
  job_id bigint not null,
  line bigint not null,
  code text not null,
  parameters jsonb not null,
  sentence text not null,
  kept boolean not null,
  cells text[] not null,
  primary key (account_id, job_id, line)
);

-- profile --------------------------------------------------------------------------------------------------------------
create table profile_database (
  account_id bigint not null references account,
  id bigint not null,
  name text not null,
  default_country text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, name)
);

create table profile_field (
  account_id bigint not null,
  database_id bigint not null,
  name text not null,
  label text not null,
  type text not null,
  required boolean not null default false,
  key boolean not null default false,
  options jsonb not null default '[]',
  position int not null,
  primary key (account_id, database_id, name),
  foreign key (account_id, database_id) references profile_database on delete cascade
);

create table profile (
  account_id bigint not null,
  database_id bigint not null,
  id bigint not null,
  email text,
  phones text[],
  fname text,
  lname text,
  bdate date,
  sex text,
  regdate timestamptz,
  city text,
  country text,
  region text,
  postal_code text,
  tz text,
  vendor text,
  status smallint not null default 0,
  fields jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, database_id, id),
  foreign key (account_id, database_id) references profile_database
);

-- By what a profile is found again: its e-mail, its phones and its key fields, each normalised.
create table profile_key (
  account_id bigint not null,
  database_id bigint not null,
  field text not null,
  value text not null,
  profile_id bigint not null,
  primary key (account_id, database_id, field, value, profile_id)
);
-- the profile first, so that the planner cannot take it for a question that names only account and database
create index on profile_key (profile_id, database_id, account_id);

-- resource -------------------------------------------------------------------------------------------------------------
create table resource (
  account_id bigint not null references account,
  id bigint not null,
  name text not null,
  website text not null default '',
  tracking_domain text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, name)
);

create table resource_channel (
  account_id bigint not null,
  resource_id bigint not null,
  channel text not null,
  caller_id text not null,
  primary key (account_id, resource_id, channel),
  foreign key (account_id, resource_id) references resource on delete cascade
);

create table resource_database (
  account_id bigint not null,
  resource_id bigint not null,
  database_id bigint not null,
  primary key (account_id, resource_id, database_id),
  foreign key (account_id, resource_id) references resource on delete cascade,
  foreign key (account_id, database_id) references profile_database
);

-- status: 0 subscribed, 1 unsubscribed, 2 complained, 3 hardbounced, 4 unconfirmed, 5 suspended, 6 invalid
create table subscription (
  account_id bigint not null,
  id bigint not null,
  resource_id bigint not null,
  channel text not null,
  database_id bigint not null,
  profile_id bigint not null,
  contact text not null,
  contact_key bigint not null,
  status smallint not null,
  priority int not null default 0,
  source text not null,
  opted_in_at timestamptz,
  opted_in_ip text,
  opted_in_url text,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, resource_id, channel, database_id, contact_key, profile_id)
);
-- Begins with the profile, so that it can never look like a way to read a whole audience, statistics or not.
create index on subscription (profile_id, database_id, account_id);

-- sender ---------------------------------------------------------------------------------------------------------------
create table sender (
  account_id bigint not null references account,
  id bigint not null,
  name text not null,
  channel text not null,
  gateway text not null,
  settings jsonb not null,
  secrets bytea not null,
  caller_id text not null default '',
  messages_per_second int,
  parts_per_second int,
  validity_seconds bigint not null default 86400,
  max_parts int not null default 10,
  send_window int not null default 1000,
  paused boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, name)
);

-- Who sends for a sender. The epoch counts owners, the step counts their commits, so that a commit whose answer was lost is
-- never repeated.
create table sender_lease (
  sender_id bigint primary key,
  node text not null,
  epoch bigint not null,
  step bigint not null,
  until timestamptz not null
);

-- The first statement of whatever an owner commits: fails when somebody else has taken over.
create function advance_lease(sender bigint, owner_epoch bigint, next_step bigint, seconds double precision) returns void
language plpgsql as $$
begin
  update sender_lease set step = next_step, until = clock_timestamp() + make_interval(secs => seconds)
    where sender_id = sender and epoch = owner_epoch and step = next_step - 1;
  if not found then
    raise exception 'sender % is no longer owned in epoch %', sender, owner_epoch using errcode = 'PR001';
  end if;
end $$;

-- template -------------------------------------------------------------------------------------------------------------
create table template (
  account_id bigint not null references account,
  id bigint not null,
  name text not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, name)
);

-- Never changed: a message says by which version it was rendered.
create table template_version (
  account_id bigint not null,
  template_id bigint not null,
  version int not null,
  channel text not null,
  text text not null,
  created_by bigint not null,
  created_at timestamptz not null,
  primary key (account_id, template_id, version, channel),
  foreign key (account_id, template_id) references template on delete cascade
);

-- mailing --------------------------------------------------------------------------------------------------------------
create table mailing (
  account_id bigint not null references account,
  id bigint not null,
  name text not null,
  kind text not null,
  state text not null,
  channel text not null,
  resource_id bigint,
  database_id bigint,
  template_id bigint,
  sender_id bigint,
  send_at timestamptz,
  recipients_limit bigint,
  messages_per_second int,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, id),
  foreign key (account_id, resource_id) references resource,
  foreign key (account_id, database_id) references profile_database,
  foreign key (account_id, template_id) references template,
  foreign key (account_id, sender_id) references sender
);
create index on mailing (send_at) where state = 'scheduled';

-- One launch. The id's high bits are the week it opened: id >> 32 is the number of weeks since 1970-01-01 (a Thursday).
create sequence run_number as bigint;
create table run (
  account_id bigint not null,
  id bigint not null unique,
  mailing_id bigint not null,
  kind text not null,
  state text not null,
  stopped boolean not null default false,
  channel text not null,
  resource_id bigint not null,
  database_id bigint not null,
  template_id bigint not null,
  template_version int not null,
  sender_id bigint not null,
  caller_id text not null,
  tracking_base text not null,
  validity_seconds bigint not null,
  max_parts int not null,
  recipients_limit bigint,
  messages_per_second int,
  seed bigint not null,
  test_contacts text[] not null default '{}',
  opened_at timestamptz not null,
  cursor_millis bigint,
  without_contact bigint,
  chunks int,
  rendered_at timestamptz,
  finished_at timestamptz,
  rested_at timestamptz,
  problem jsonb,
  primary key (account_id, id),
  foreign key (account_id, mailing_id) references mailing
);
create index on run (account_id, mailing_id, id);
create index on run (id) where rested_at is null;

-- A range of contact keys, both ends included. Its messages are numbered first_id to last_id, which also finds a message's run.
-- received and found are estimates of the cut until the chunk is rendered, and exact from then on.
create table chunk (
  account_id bigint not null,
  run_id bigint not null,
  no int not null,
  contact_from bigint not null,
  contact_to bigint not null,
  state text not null,
  received bigint not null,
  found bigint not null,
  first_id bigint,
  last_id bigint,
  claimed_by text,
  claimed_at timestamptz,
  primary key (run_id, no)
);
create index on chunk (first_id);

-- Targets that are the same for everyone, numbered from 0 to 7; personal ones stand on the message, numbered from 8.
create table run_link (
  account_id bigint not null,
  run_id bigint not null,
  no smallint not null,
  url text not null,
  primary key (run_id, no)
);

create table run_exclusion (
  account_id bigint not null,
  run_id bigint not null,
  reason text not null,
  n bigint not null,
  primary key (run_id, reason)
);

-- message: facts -------------------------------------------------------------------------------------------------------
-- cuts: where the body is cut into parts, as indexes of its characters; null for a message of one part.
create table message (
  run_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  channel text not null,
  contact_key bigint not null,
  occurrence int not null,
  database_id bigint not null,
  profile_id bigint not null,
  subscription_id bigint not null,
  sender_id bigint not null,
  template_version int not null,
  parts smallint not null,
  encoding smallint not null,
  created_at timestamptz not null,
  contact text not null,
  body text not null,
  cuts smallint[],
  personal_links text[],
  primary key (run_id, id),
  unique (account_id, contact_key, run_id, channel, occurrence)
) partition by range (run_id);

-- States and kinds are numbered in io.postrider.message.MessageState and EventKind. Parts are numbered from 1; 0 is the whole
-- message. receipt is what an operator said of the part, numbered in PartState.
create table message_event (
  run_id bigint not null,
  message_id bigint not null,
  at timestamptz not null,
  kind smallint not null,
  attempt smallint not null,
  part smallint not null,
  from_state smallint not null,
  to_state smallint not null,
  sender_id bigint not null,
  code text,
  operator_key text,
  receipt smallint,
  detail text
) partition by range (run_id);
create index message_event_message on message_event (message_id, kind, part);
create index message_event_operator on message_event (operator_key, sender_id) where kind = 1;
create index message_event_rare on message_event (run_id, to_state, message_id) where to_state in (3, 4, 5, 6, 7, 8);

create table message_exclusion (
  run_id bigint not null,
  subscription_id bigint not null,
  account_id bigint not null,
  contact_key bigint not null,
  profile_id bigint not null,
  reason text not null,
  detail text,
  at timestamptz not null
) partition by range (run_id);
create index message_exclusion_contact on message_exclusion (account_id, contact_key);
create index message_exclusion_run on message_exclusion (run_id, reason, subscription_id);

create table click (
  run_id bigint not null,
  message_id bigint not null,
  account_id bigint not null,
  link_no smallint not null,
  at timestamptz not null,
  robot boolean not null,
  first boolean not null,
  ip text not null,
  user_agent text not null
) partition by range (run_id);
create index click_message on click (run_id, message_id);

-- dispatch -------------------------------------------------------------------------------------------------------------
-- A range of messages of one sender. Messages up to released may have touched the wire; held ones wait for a person.
create table dispatch_batch (
  id bigint generated always as identity primary key,
  account_id bigint not null,
  sender_id bigint not null,
  run_id bigint not null,
  caller_id text not null,
  priority smallint not null,
  not_before timestamptz not null,
  expires_at timestamptz,
  first_id bigint not null,
  last_id bigint not null,
  released bigint not null,
  attempt smallint not null,
  epoch bigint not null default 0,
  held boolean not null default false
);
create index on dispatch_batch (sender_id, priority desc, id);
create index on dispatch_batch (run_id);

create table run_hour (
  account_id bigint not null,
  run_id bigint not null,
  sender_id bigint not null,
  hour timestamptz not null,
  from_state smallint not null,
  to_state smallint not null,
  code text not null,
  n bigint not null,
  parts bigint not null,
  primary key (run_id, sender_id, hour, from_state, to_state, code)
);

-- state: a word of io.postrider.plugin.api.ReceiptState
create table receipt_parked (
  id bigint generated always as identity primary key,
  account_id bigint not null,
  sender_id bigint not null,
  operator_key text not null,
  contact_key bigint not null,
  state text not null,
  code text not null,
  at timestamptz,
  raw text not null,
  reference bigint,
  received_at timestamptz not null
);
create index on receipt_parked (sender_id, operator_key);
create index on receipt_parked (sender_id, contact_key);

create table reply (
  account_id bigint not null,
  id bigint generated always as identity primary key,
  sender_id bigint not null,
  contact_key bigint not null,
  contact text not null,
  caller_id text not null,
  text text not null,
  at timestamptz not null
);
create index on reply (account_id, contact_key, at);

-- tracking -------------------------------------------------------------------------------------------------------------
create table message_click (
  account_id bigint not null,
  run_id bigint not null,
  message_id bigint not null,
  at timestamptz not null,
  primary key (run_id, message_id)
);

create table run_click (
  account_id bigint not null,
  run_id bigint not null,
  link_no smallint not null,
  people bigint not null,
  clicks bigint not null,
  robots bigint not null,
  primary key (run_id, link_no)
);

create table click_position (
  file text primary key,
  position bigint not null
);

-- Makes the partitions of a week when they are missing; safe to call by several at once.
create function make_week(week bigint) returns void language plpgsql as $$
declare
  parent text;
begin
  perform pg_advisory_xact_lock(7160, week::int);
  foreach parent in array array['message', 'message_event', 'message_exclusion', 'click'] loop
    execute format('create table if not exists %I partition of %I for values from (%s) to (%s)',
      parent || '_' || week, parent, week << 32, (week + 1) << 32);
  end loop;
end $$;
