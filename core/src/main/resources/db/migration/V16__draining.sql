-- A sender that is taken out of service: it gets nothing new, sends what is due, and then is paused with its connection closed.
alter table sender
  add column draining boolean not null default false,
  add column drained boolean not null default false,
  add check (not (paused and draining)),
  add check (paused or not drained);
