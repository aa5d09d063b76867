-- A sender that leads to the simulator: nothing that it sends reaches a person.
alter table sender add column rehearsal boolean not null default false;

-- Somebody else chose the password, so its owner is asked to choose another.
alter table app_user add column must_change_password boolean not null default false;

-- A message that tries a sender out has a run of its own, without a mailing.
alter table run alter column mailing_id drop not null;

-- Whether its sender led to the simulator when it opened: a sender may be led elsewhere later, and a run stays what it was.
alter table run add column rehearsal boolean not null default false;
