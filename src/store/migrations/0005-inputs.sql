-- What comes from outside HubSpot: who may send it, and what was sent until it is part of the history.

-- Keys of /v1. The key itself is shown once and never kept.
create table api_key (
  portal_id text not null,
  key_id text not null,
  name text not null,
  -- SHA-256 of the key, as hexadecimal digits.
  hash text not null,
  scopes text[] not null,
  created_by text not null,
  created_at bigint not null,
  -- To the hour.
  last_used_at bigint,
  revoked_at bigint,
  revoked_by text,
  primary key (portal_id, key_id)
);
create unique index api_key_hash on api_key (portal_id, hash);

-- People handed over under one name, in one call or several.
create table contact_list (
  portal_id text not null,
  list_id text not null,
  name text not null,
  kind text not null,
  program text not null,
  -- When these people did it: the day of the event, else when the list first came.
  at bigint not null,
  created_at bigint not null,
  primary key (portal_id, list_id)
);
create unique index contact_list_name on contact_list (portal_id, name);

-- One request of rows.
create table intake (
  portal_id text not null,
  intake_id text not null,
  kind text not null check (kind in ('signals', 'touches', 'list')),
  list_id text,
  -- The sender's own name of the request, so that repeating it is one request; with a hash of what it said.
  idempotency_key text,
  content_hash text not null,
  received_at bigint not null,
  -- Rows that the same list had already.
  duplicates integer not null default 0,
  primary key (portal_id, intake_id)
);
create unique index intake_once on intake (portal_id, idempotency_key);
create index intake_list on intake (portal_id, list_id);

create table intake_row (
  portal_id text not null,
  row_id bigint generated always as identity,
  intake_id text not null,
  list_id text,
  -- Place in the request, from 0.
  position integer not null,
  -- In a list: a hash of the e-mail address, by which a person is in it once.
  row_key text,
  -- Emptied once the row is done: it may hold names and addresses.
  content jsonb,
  outcome text not null check (outcome in ('waiting', 'taken', 'created', 'rejected')),
  -- Of a rejected row, or one that was taken with a remark.
  field text,
  reason text,
  -- Most valuable first, like the calls to HubSpot it needs.
  lane smallint not null,
  attempts integer not null default 0,
  due_at bigint not null,
  primary key (portal_id, row_id)
);
create index intake_row_waiting on intake_row (portal_id, lane, attempts, row_id) where outcome = 'waiting';
create index intake_row_intake on intake_row (portal_id, intake_id, row_id);
create unique index intake_row_once on intake_row (portal_id, list_id, row_key) where outcome <> 'rejected';
create index intake_row_list on intake_row (portal_id, list_id, row_id);

do $$
declare
  name text;
begin
  foreach name in array array['api_key', 'contact_list', 'intake', 'intake_row']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_portal on %I using (portal_id = current_setting(''l2r.portal_id'', true)) '
      'with check (portal_id = current_setting(''l2r.portal_id'', true))', name);
  end loop;
end $$;
