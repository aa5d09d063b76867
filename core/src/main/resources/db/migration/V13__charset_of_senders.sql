-- What happens to characters that GSM 03.38 does not have; a run keeps what its sender said when it opened.
alter table sender add column charset text not null default 'auto' check (charset in ('auto', 'plain', 'gsm-only'));
alter table run add column charset text not null default 'auto';
