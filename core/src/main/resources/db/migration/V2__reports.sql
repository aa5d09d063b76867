-- Who did it: the login of a person or the name of an API key, kept as text since it must outlive both.
alter table mailing
  add column changed_by text not null default '',
  add column activated_by text not null default '';
alter table run
  add column started_by text,
  add column paused_by text,
  add column paused_at timestamptz,
  add column stopped_by text,
  add column stopped_at timestamptz;

-- Calendar and reports ask by time.
create index on mailing (account_id, send_at) where send_at is not null;
create index on run (account_id, opened_at);
create index on run_hour (account_id, hour);

-- Clicks by hour, written in the transaction of the clicks like run_click.
create table run_click_hour (
  account_id bigint not null,
  run_id bigint not null,
  link_no smallint not null,
  hour timestamptz not null,
  people bigint not null,
  clicks bigint not null,
  robots bigint not null,
  primary key (run_id, link_no, hour)
);
create index on run_click_hour (account_id, hour);

insert into run_click_hour (account_id, run_id, link_no, hour, people, clicks, robots)
  select account_id, run_id, link_no, date_trunc('hour', at, 'UTC'), count(*) filter (where first),
    count(*) filter (where not robot), count(*) filter (where robot)
  from click group by 1, 2, 3, 4;
