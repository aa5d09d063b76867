-- Rules that choose among senders. They are read whole and written whole, so they stand in one column.
create table virtual_sender (
  account_id bigint not null references account,
  id bigint not null,
  name text not null,
  rules jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (account_id, id),
  unique (account_id, name)
);

-- Which senders the rules name, so that none of them is deleted while it is named.
create table virtual_sender_use (
  account_id bigint not null,
  virtual_sender_id bigint not null,
  sender_id bigint not null,
  primary key (account_id, virtual_sender_id, sender_id),
  foreign key (account_id, virtual_sender_id) references virtual_sender on delete cascade,
  foreign key (account_id, sender_id) references sender
);
create index on virtual_sender_use (account_id, sender_id);

-- Since when a sender is paused: a short pause sends nobody's messages another way. Kept here, whoever pauses.
alter table sender add column paused_at timestamptz;
update sender set paused_at = now() where paused;
create function note_pause() returns trigger language plpgsql as $$
begin
  if new.paused is distinct from old.paused then
    new.paused_at := case when new.paused then now() end;
  end if;
  return new;
end $$;
create trigger sender_paused before update of paused on sender for each row execute function note_pause();
