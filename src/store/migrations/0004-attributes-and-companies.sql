-- Values that rules ask about, over time. They may be personal, so they stand beside the history and are erased with the person.
create table attribute (
  portal_id text not null,
  attribute_id bigint generated always as identity,
  object_type text not null,
  object_id text not null,
  property text not null,
  -- At most 1,000 characters of it; '' where it was cleared.
  value text not null,
  occurred_at bigint not null,
  known_at bigint not null,
  dated boolean not null,
  source_type text not null default '',
  source_id text not null default '',
  primary key (portal_id, attribute_id)
);
-- By hash: a thousand characters may be more than an index entry holds.
create unique index attribute_once on attribute (portal_id, object_type, object_id, property, occurred_at, md5(value));

-- The primary company of each surviving contact now, read off the history: the latest word counts.
create table contact_company (
  portal_id text not null,
  contact_id text not null,
  company_id text not null,
  primary key (portal_id, contact_id)
);
create index contact_company_company on contact_company (portal_id, company_id);
create index event_company on event (portal_id, value)
  where property = 'company' and event_type in ('associated', 'dissociated');

-- From which change on records are still to be looked at, by record type.
create table sweep_progress (
  portal_id text not null,
  object_type text not null,
  changed_since bigint not null,
  primary key (portal_id, object_type)
);

do $$
declare
  name text;
begin
  foreach name in array array['attribute', 'contact_company', 'sweep_progress']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_portal on %I using (portal_id = current_setting(''l2r.portal_id'', true)) '
      'with check (portal_id = current_setting(''l2r.portal_id'', true))', name);
  end loop;
end $$;
