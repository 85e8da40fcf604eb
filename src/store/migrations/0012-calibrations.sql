-- Calibrations that were asked for on the settings page; the latest is shown to everybody. Counts and rates only, no person.
create table calibration (
  portal_id text not null,
  calibration_id text not null,
  target text not null check (target in ('pipeline', 'won')),
  window_days integer not null,
  asked_by text not null,
  asked_at bigint not null,
  state text not null check (state in ('running', 'done', 'failed')),
  -- Records looked at so far.
  progress integer not null default 0,
  attempts integer not null default 0,
  failure text,
  result jsonb,
  primary key (portal_id, calibration_id)
);
create index calibration_asked on calibration (portal_id, asked_at);

alter table calibration enable row level security;
create policy own_portal on calibration using (portal_id = current_setting('l2r.portal_id', true))
  with check (portal_id = current_setting('l2r.portal_id', true));
