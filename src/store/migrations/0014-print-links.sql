-- Links to a page that can be printed: each opens once, and not for long.

create table print_link (
  portal_id text not null,
  -- SHA-256 of the link's secret, as hexadecimal digits; the secret itself is kept nowhere.
  hash text not null,
  asked_by text not null,
  expires_at bigint not null,
  opened_at bigint,
  primary key (portal_id, hash)
);

alter table print_link enable row level security;
create policy own_portal on print_link using (portal_id = current_setting('l2r.portal_id', true))
  with check (portal_id = current_setting('l2r.portal_id', true));
