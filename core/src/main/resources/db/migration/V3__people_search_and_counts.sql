-- Lists, searches and counts of people that stay quick at a million, and drafts of templates.

-- search: the words under which a profile is found, made by io.postrider.profile.SearchWords, three digits of a phone under a #.
-- sort_name: by which lists are sorted; compared by bytes, so that it is the same everywhere.
alter table profile add column search tsvector, add column sort_name text collate "C" not null default U&'\FFFF';

-- What is there already is filled in about as the server does it; each profile gets it exactly when it is next written.
create function plain_text(word text) returns text language sql immutable as $$
  select translate(lower(word), 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёй', 'абвгдеежзииклмнопрстуфхцчшщъыьэюяеи')
$$;
update profile p set
  sort_name = coalesce(nullif(btrim(left(plain_text(concat_ws(' ', p.fname, p.lname)), 60)), ''), U&'\FFFF'),
  search = array_to_tsvector(array(
    select left(w.word, 40) from regexp_split_to_table(plain_text(concat_ws(' ', p.fname, p.lname, p.email,
      (select string_agg(k.value, ' ') from profile_key k where k.account_id = p.account_id
        and k.database_id = p.database_id and k.profile_id = p.id and k.field not in ('email', 'phones')))),
      '[\s!-/:-@\[-`{-~]+') as w(word)
    where w.word <> ''
    union
    select '#' || substr(f.phone, i, 3) from unnest(p.phones[1:20]) as f(phone), generate_series(1, length(f.phone) - 2) i));
drop function plain_text(text);
create index profile_search on profile using gin (search);
create index profile_name on profile (account_id, database_id, sort_name, id);

-- How many profiles a database has, kept by whoever writes them.
alter table profile_database add column profiles bigint not null default 0;
update profile_database d set profiles =
  (select count(*) from profile p where p.account_id = d.account_id and p.database_id = d.id);

create function count_profiles() returns trigger language plpgsql as $$
begin
  update profile_database d set profiles = d.profiles + case tg_op when 'INSERT' then c.n else -c.n end
  from (select account_id, database_id, count(*) as n from changed group by account_id, database_id) c
  where d.account_id = c.account_id and d.id = c.database_id;
  return null;
end $$;
create trigger profile_added after insert on profile
  referencing new table as changed for each statement execute function count_profiles();
create trigger profile_deleted after delete on profile
  referencing old table as changed for each statement execute function count_profiles();

-- How many subscriptions of each status a resource has. Rows are counted in the order of the key, so that two writers never wait for
-- each other in a ring.
create table subscription_count (
  account_id bigint not null,
  resource_id bigint not null,
  channel text not null,
  database_id bigint not null,
  status smallint not null,
  n bigint not null,
  primary key (account_id, resource_id, channel, database_id, status)
);
insert into subscription_count
  select account_id, resource_id, channel, database_id, status, count(*) from subscription group by 1, 2, 3, 4, 5;

create function count_subscriptions() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into subscription_count as c (account_id, resource_id, channel, database_id, status, n)
    select account_id, resource_id, channel, database_id, status, count(*) from added group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (account_id, resource_id, channel, database_id, status) do update set n = c.n + excluded.n;
  elsif tg_op = 'DELETE' then
    insert into subscription_count as c (account_id, resource_id, channel, database_id, status, n)
    select account_id, resource_id, channel, database_id, status, -count(*) from removed group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (account_id, resource_id, channel, database_id, status) do update set n = c.n + excluded.n;
  else
    insert into subscription_count as c (account_id, resource_id, channel, database_id, status, n)
    select account_id, resource_id, channel, database_id, status, sum(d) from (
      select account_id, resource_id, channel, database_id, status, 1 as d from added
      union all
      select account_id, resource_id, channel, database_id, status, -1 from removed) u
    group by 1, 2, 3, 4, 5 having sum(d) <> 0 order by 1, 2, 3, 4, 5
    on conflict (account_id, resource_id, channel, database_id, status) do update set n = c.n + excluded.n;
  end if;
  return null;
end $$;
create trigger subscription_added after insert on subscription
  referencing new table as added for each statement execute function count_subscriptions();
create trigger subscription_deleted after delete on subscription
  referencing old table as removed for each statement execute function count_subscriptions();
create trigger subscription_changed after update on subscription
  referencing old table as removed new table as added for each statement execute function count_subscriptions();

-- A draft may have mistakes, and no mailing can send it.
alter table template add column state text not null default 'ready' check (state in ('draft', 'ready'));
create index on mailing (account_id, template_id);
