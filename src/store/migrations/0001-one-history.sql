-- One history per portal. Every key begins with portal_id; instants are UTC milliseconds; ids are text.

create table portal (
  portal_id text primary key,
  time_zone text not null,
  currency text not null,
  definition_version integer not null,
  -- Contact properties the funnel is broken down by; their values live in record.dimensions.
  dimensions text[] not null default '{}',
  connected_at bigint not null,
  -- Instant up to which a whole read of the portal is known to be in the history; null before the first backfill.
  backfilled_at bigint
);

create table definition_set (
  portal_id text not null,
  version integer not null,
  document jsonb not null,
  published_at bigint not null,
  primary key (portal_id, version)
);

create table deal_stage (
  portal_id text not null,
  pipeline text not null,
  stage text not null,
  label text not null,
  display_order integer not null,
  probability double precision not null,
  is_closed boolean not null,
  primary key (portal_id, pipeline, stage)
);

-- What was observed in the CRM and what we decided. Append-only: the tables below it can be rebuilt from it. No names, addresses or
-- free text: values are ids, stage values, amounts and dates.
create table event (
  portal_id text not null,
  event_id bigint generated always as identity,
  kind text not null check (kind in ('observed', 'decided')),
  event_type text not null,
  object_type text not null,
  object_id text not null,
  property text not null default '',
  value text not null default '',
  occurred_at bigint not null,
  known_at bigint not null,
  -- False where only the record's creation stands for the moment.
  dated boolean not null default true,
  source_type text not null default '',
  source_id text not null default '',
  -- Decided events: the definitions and the evidence in force at the decision.
  definition_version integer,
  engine_version integer,
  evidence jsonb,
  primary key (portal_id, event_id),
  check (kind = 'observed' or definition_version is not null)
);
create unique index event_once on event (portal_id, object_type, object_id, event_type, property, occurred_at, value)
  where kind = 'observed';

create table record (
  portal_id text not null,
  object_type text not null,
  object_id text not null,
  created_at bigint not null,
  deleted_at bigint,
  -- The record this one is now part of; its own id unless it was merged away.
  survivor_id text not null,
  -- Breakdown values over time: {property: [[instant, value], …]}. Not part of the history: erased with the person.
  dimensions jsonb not null default '{}',
  primary key (portal_id, object_type, object_id)
);
create index record_survivor on record (portal_id, object_type, survivor_id);

create table association (
  portal_id text not null,
  contact_id text not null,
  deal_id text not null,
  primary key (portal_id, contact_id, deal_id)
);
create index association_deal on association (portal_id, deal_id);

create table journey (
  portal_id text not null,
  contact_id text not null,
  attempt integer not null,
  started_at bigint not null,
  ended_milestone text,
  ended_at bigint,
  early boolean not null,
  source text not null,
  channel text not null,
  direction text not null check (direction in ('inbound', 'outbound', 'unknown')),
  deal_ids text[] not null,
  won_amount numeric(24, 4),
  won_currency text,
  won_close_date text,
  -- Why a journey is left out of every figure, null when it counts.
  excluded text,
  definition_version integer not null,
  engine_version integer not null,
  primary key (portal_id, contact_id, attempt)
);

-- One row per stage entry, on the record that carried it. Deals without a known person have no journey: contact_id is null.
create table visit (
  portal_id text not null,
  object_type text not null,
  object_id text not null,
  seq integer not null,
  contact_id text,
  attempt integer,
  milestone text not null,
  track text not null check (track in ('person', 'deal', 'exit')),
  entered_at bigint not null,
  exited_at bigint check (exited_at >= entered_at),
  basis text not null check (basis in ('observed', 'derived')),
  dated boolean not null,
  property text not null,
  definition_version integer not null,
  primary key (portal_id, object_type, object_id, seq)
);
create index visit_journey on visit (portal_id, contact_id, attempt);

create table deal (
  portal_id text not null,
  deal_id text not null,
  origin_contact_id text,
  created_at bigint not null,
  pipeline text not null,
  stage text not null,
  milestone text,
  amount numeric(24, 4),
  currency text not null,
  close_date text,
  owner_id text,
  excluded text,
  primary key (portal_id, deal_id)
);

-- Revenue as lines that are only added: won, amended, reopened, deleted, merged.
create table revenue (
  portal_id text not null,
  deal_id text not null,
  seq integer not null,
  at bigint not null,
  change text not null,
  amount numeric(24, 4),
  currency text not null,
  close_date text,
  primary key (portal_id, deal_id, seq)
);

-- The open pipeline as it stood at the start of each local day; never changed afterwards.
create table pipeline_snapshot (
  portal_id text not null,
  day text not null,
  deal_id text not null,
  pipeline text not null,
  stage text not null,
  milestone text,
  amount numeric(24, 4),
  currency text not null,
  close_date text,
  owner_id text,
  taken_at bigint not null,
  primary key (portal_id, day, deal_id)
);

create table inbox (
  portal_id text not null,
  inbox_id bigint generated always as identity,
  body text not null,
  received_at bigint not null,
  processed_at bigint,
  primary key (portal_id, inbox_id)
);
create index inbox_open on inbox (portal_id, inbox_id) where processed_at is null;

create table quarantine (
  portal_id text not null,
  quarantine_id bigint generated always as identity,
  event text not null,
  reason text not null,
  received_at bigint not null,
  primary key (portal_id, quarantine_id)
);

-- What each record should say in HubSpot and what HubSpot last confirmed. A row with desired <> confirmed is outgoing work.
create table outbox (
  portal_id text not null,
  object_type text not null,
  object_id text not null,
  -- 'ours': desired state, restored if edited. 'shared': an intent that gives way to a person.
  ownership text not null check (ownership in ('ours', 'shared')),
  lane smallint not null,
  desired jsonb not null,
  confirmed jsonb not null default '{}',
  pending boolean not null,
  due_at bigint not null,
  attempts integer not null default 0,
  parked_reason text,
  primary key (portal_id, object_type, object_id, ownership)
);
create index outbox_open on outbox (portal_id, lane, object_type, due_at) where pending and parked_reason is null;

-- Which properties of HubSpot we write, and whose they are.
create table written_property (
  portal_id text not null,
  object_type text not null,
  property text not null,
  ownership text not null check (ownership in ('ours', 'shared')),
  primary key (portal_id, object_type, property)
);

-- Stage rates and medians as last published onto records: changed weekly, not with every event.
create table edition_figure (
  portal_id text not null,
  edition text not null,
  channel text not null,
  milestone text not null,
  entered integer not null,
  rate double precision,
  median_days double precision,
  primary key (portal_id, edition, channel, milestone)
);

create table backfill_progress (
  portal_id text not null,
  object_type text not null,
  started_at bigint not null,
  cursor text,
  done boolean not null default false,
  primary key (portal_id, object_type)
);

create table lease (
  portal_id text not null,
  name text not null,
  owner text not null,
  until bigint not null,
  fence bigint not null,
  primary key (portal_id, name)
);

-- Calls to HubSpot shared by all processes: per lane the instant up to which the rate is used up (GCRA).
create table call_budget (
  portal_id text not null,
  lane text not null,
  used_until double precision not null,
  calls_per_window integer not null,
  window_ms integer not null,
  primary key (portal_id, lane)
);

-- Second wall between portals: the role that serves them sees only the portal named for the transaction.
do $$
declare
  name text;
begin
  for name in
    select table_name from information_schema.columns
    where table_schema = current_schema() and column_name = 'portal_id'
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_portal on %I using (portal_id = current_setting(''l2r.portal_id'', true)) '
      'with check (portal_id = current_setting(''l2r.portal_id'', true))', name);
  end loop;
end $$;
