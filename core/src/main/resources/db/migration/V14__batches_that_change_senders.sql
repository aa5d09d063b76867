-- Senders whose operators have refused the message of a batch for good, so that none of them gets it once more.
alter table dispatch_batch add column refused_by bigint[] not null default '{}';
