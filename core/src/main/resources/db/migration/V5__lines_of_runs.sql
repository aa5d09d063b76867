-- A lane reads the head of each run in front of its sender, first tries and further ones apart; by when they may go, so that what
-- has to wait for a later try is not read at all.
create index dispatch_batch_line on dispatch_batch (sender_id, run_id, (attempt > 1), not_before, id);
drop index if exists dispatch_batch_sender_id_priority_id_idx;
