-- Which definition set was in force from when, who made it so and why. Rolling back is publishing an older version again.
create table publication (
  portal_id text not null,
  publication_id bigint generated always as identity,
  version integer not null,
  published_at bigint not null,
  published_by text not null,
  why text not null,
  primary key (portal_id, publication_id)
);
create index publication_version on publication (portal_id, version);

alter table publication enable row level security;
create policy own_portal on publication using (portal_id = current_setting('l2r.portal_id', true))
  with check (portal_id = current_setting('l2r.portal_id', true));

-- What portals work with already was published when they were connected.
insert into publication (portal_id, version, published_at, published_by, why)
select portal_id, definition_version, connected_at, 'settings', 'The portal was connected.' from portal;
