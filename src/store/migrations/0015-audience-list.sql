-- The list in HubSpot that is kept up to date with the audience, and by which rule.
create table audience_list (
  portal_id text not null primary key,
  list_id text not null,
  score integer not null,
  or_intent boolean not null,
  kept_at bigint not null,
  -- A person has deleted it in HubSpot.
  is_gone boolean not null
);
alter table audience_list enable row level security;
create policy own_portal on audience_list using (portal_id = current_setting('l2r.portal_id', true))
  with check (portal_id = current_setting('l2r.portal_id', true));
