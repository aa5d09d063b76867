-- A limit may be less than one message a second.
alter table sender alter column messages_per_second type double precision;
alter table sender alter column parts_per_second type double precision;
-- Counts the changes for which the gateway has to connect anew; the others reach a running lane.
alter table sender add column connection int not null default 1;
