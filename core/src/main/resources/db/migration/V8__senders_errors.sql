-- What a sender does when its operator goes wrong; null is as usual.
alter table sender add column error_rules jsonb;
-- How often the operator refused the message of a further try, and when the first try was.
alter table dispatch_batch add column tries smallint not null default 0;
alter table dispatch_batch add column begun_at timestamptz;
