-- What the settings page works on: the draft, roles, what-ifs, the portal's properties, and who was let through.

-- Admins whom the settings name stay admins whatever is done on the page.
alter table user_role add column from_settings boolean not null default false;
update user_role set from_settings = true;

-- One draft for each portal: the sections that differ from the version it was begun from.
create table definition_draft (
  portal_id text not null,
  -- JSON as it was given, {section: content}; null where a section is left out. Text, for it may be anything while it is unfinished.
  sections text not null,
  based_on integer not null,
  saved_at bigint not null,
  saved_by text not null,
  -- Who wants it published, as long as a second person has to agree.
  asked_by text,
  asked_why text,
  asked_release_per_day integer,
  primary key (portal_id)
);

-- What-ifs that were asked for; kept for a day.
create table simulation (
  portal_id text not null,
  simulation_id text not null,
  -- The definition set that is tried, and over which days.
  document jsonb not null,
  days integer not null,
  minutes_per_lead integer not null,
  asked_by text not null,
  asked_at bigint not null,
  state text not null check (state in ('running', 'done', 'failed')),
  -- Records looked at so far.
  progress integer not null default 0,
  attempts integer not null default 0,
  failure text,
  result jsonb,
  primary key (portal_id, simulation_id)
);
create index simulation_running on simulation (portal_id, asked_at) where state = 'running';

-- Properties of contacts and companies as the portal defines them.
create table portal_property (
  portal_id text not null,
  object_type text not null check (object_type in ('contact', 'company')),
  property text not null,
  label text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes_no')),
  -- [{value, label}], in the portal's order.
  options jsonb not null,
  is_hidden boolean not null,
  is_calculated boolean not null,
  -- Share of records with a value, of the properties that rules ask about.
  fill_rate double precision,
  primary key (portal_id, object_type, property)
);
alter table portal add column properties_read_at bigint;

-- Held people who were let through, by local day.
create table release (
  portal_id text not null,
  day text not null,
  contact_id text not null,
  at bigint not null,
  primary key (portal_id, day, contact_id)
);
create index release_contact on release (portal_id, contact_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['definition_draft', 'simulation', 'portal_property', 'release']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_portal on %I using (portal_id = current_setting(''l2r.portal_id'', true)) '
      'with check (portal_id = current_setting(''l2r.portal_id'', true))', name);
  end loop;
end $$;
