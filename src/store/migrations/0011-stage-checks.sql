-- Entries of stages, each held once against what its stage asked for: overrides are those where something required or asked for was missing.

create table stage_check (
  portal_id text not null,
  object_type text not null check (object_type in ('contact', 'deal')),
  -- As it was told: the record may have been merged since.
  object_id text not null,
  stage text not null,
  entered_at bigint not null,
  place text not null check (place in ('card', 'hubspot')),
  user_id text,
  -- [{id, label, level, done}]: codes and names of the definition set, no value of a record.
  items jsonb not null,
  definition_version integer not null,
  primary key (portal_id, object_type, object_id, stage, entered_at)
);
create index stage_check_entered on stage_check (portal_id, entered_at);
-- Entries of the last days that nobody has looked at yet.
create index visit_entered on visit (portal_id, entered_at);

alter table stage_check enable row level security;
create policy own_portal on stage_check using (portal_id = current_setting('l2r.portal_id', true))
  with check (portal_id = current_setting('l2r.portal_id', true));
