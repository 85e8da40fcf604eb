-- Work offered from one role to another, and what we ask HubSpot to do because of it.

-- From this instant on we act; until then a portal is only observed (design D19).
alter table portal add column live_at bigint;
-- Contacts whose last conversion is older than this have been looked at.
alter table portal add column conversions_until bigint;

-- HubSpot's owners: who may be given work. Names are for the people who work here, never in events.
create table owner (
  portal_id text not null,
  owner_id text not null,
  user_id text,
  name text not null,
  teams text[] not null default '{}',
  is_active boolean not null,
  primary key (portal_id, owner_id)
);
create index owner_user on owner (portal_id, user_id);

-- Users who may do more than work on what is theirs (design D15).
create table user_role (
  portal_id text not null,
  user_id text not null,
  role text not null check (role in ('admin', 'ops', 'manager')),
  primary key (portal_id, user_id)
);

-- Who belongs to a pool; a pool without members is every active owner.
create table pool_member (
  portal_id text not null,
  pool text not null check (pool in ('sdr', 'ae')),
  owner_id text not null,
  primary key (portal_id, pool, owner_id)
);

-- Whose turn it is in a pool: the owner who was given work last.
create table pool_turn (
  portal_id text not null,
  pool text not null,
  last_owner_id text not null,
  primary key (portal_id, pool)
);

-- Hand-raises told by the workflow action or found by the sweep, until they are part of the history.
create table hand_raise (
  portal_id text not null,
  contact_id text not null,
  at bigint not null,
  reason text not null,
  trigger text not null check (trigger in ('workflow_action', 'sweep')),
  processed_at bigint,
  primary key (portal_id, contact_id, at)
);
create index hand_raise_open on hand_raise (portal_id, at) where processed_at is null;

create table handoff (
  portal_id text not null,
  handoff_id text not null,
  kind text not null check (kind in ('lead', 'mqo')),
  contact_id text,
  attempt integer,
  deal_id text,
  priority text,
  -- Why the work is offered: a coded reason of the definition set.
  cause text not null,
  from_owner_id text,
  owner_id text,
  offered_at bigint not null,
  state text not null check (state in ('offered', 'accepted', 'rejected', 'recycled')),
  -- A decision that waits for HubSpot: {at, userId, outcome, reason}.
  click jsonb,
  decided_at bigint,
  decided_by text,
  reason text,
  -- When a recycled lead is to come back.
  wake_at bigint,
  -- Why HubSpot did not take the last click.
  refusal text,
  definition_version integer not null,
  primary key (portal_id, handoff_id)
);
create index handoff_contact on handoff (portal_id, contact_id);
create index handoff_deal on handoff (portal_id, deal_id);

-- Every wait, with its due time (design D14). Stopped in time: met; due before it was stopped: missed.
create table clock (
  portal_id text not null,
  handoff_id text not null,
  kind text not null check (kind in ('first_response', 'mqo_decision')),
  started_at bigint not null,
  due_at bigint not null,
  stopped_at bigint,
  missed_at bigint,
  primary key (portal_id, handoff_id, kind)
);
create index clock_running on clock (portal_id, due_at) where stopped_at is null and missed_at is null;

-- What we ask HubSpot to do that people may do as well: set a shared property, make a deal, make a task. An intent gives way to a
-- person who was faster (design D3) and is sent once.
create table intent (
  portal_id text not null,
  intent_id bigint generated always as identity,
  kind text not null check (kind in ('set', 'create_deal', 'create_task')),
  -- Repeating what is asked for changes nothing.
  intent_key text not null,
  object_type text not null,
  object_id text not null,
  -- set: {property: {from, to}}; the others: what to make.
  content jsonb not null,
  handoff_id text,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'dropped')),
  -- HubSpot's reason, or what a person did first.
  outcome text,
  created_at bigint not null,
  sent_at bigint,
  settled_at bigint,
  -- When the decision that follows from the outcome was made.
  applied_at bigint,
  due_at bigint not null,
  attempts integer not null default 0,
  primary key (portal_id, intent_id)
);
create unique index intent_once on intent (portal_id, intent_key);
create index intent_waiting on intent (portal_id, due_at, intent_id) where state = 'waiting';
create index intent_settled on intent (portal_id, intent_id) where state <> 'waiting' and applied_at is null;
create index intent_object on intent (portal_id, object_type, object_id);

-- Requests that were answered, so that the same click or callback is answered alike and done once.
create table answered_request (
  portal_id text not null,
  request_key text not null,
  user_id text,
  answer jsonb not null,
  at bigint not null,
  primary key (portal_id, request_key)
);

do $$
declare
  name text;
begin
  foreach name in array
    array['owner', 'user_role', 'pool_member', 'pool_turn', 'hand_raise', 'handoff', 'clock', 'intent', 'answered_request']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_portal on %I using (portal_id = current_setting(''l2r.portal_id'', true)) '
      'with check (portal_id = current_setting(''l2r.portal_id'', true))', name);
  end loop;
end $$;
