-- How people stand before the gate to AQL, and who would have passed it but for something.

-- Held leads that may be let through on one day; set with a publication (design D5).
alter table portal add column release_per_day integer not null default 0;

create table assessment (
  portal_id text not null,
  contact_id text not null,
  -- The last instant at which something was known that a rule could ask about, and what the rules made of it then. Points are thousandths.
  at bigint not null,
  document jsonb not null,
  definition_version integer not null,
  -- Everything known by this instant was looked at, and how many facts that were.
  seen_until bigint not null,
  facts integer not null,
  -- Nothing that happened before was acted upon: the portal went live, or the rules were published.
  act_from bigint,
  -- Since when somebody would pass and is held, as nothing new has happened since the rules changed.
  held_at bigint,
  -- When time alone will change something: points fade, an embargo ends.
  look_again_at bigint,
  primary key (portal_id, contact_id)
);
create index assessment_look_again on assessment (portal_id, look_again_at) where look_again_at is not null;
create index assessment_held on assessment (portal_id, held_at) where held_at is not null;
create index assessment_version on assessment (portal_id, definition_version);

-- People who would have become an AQL, once for each cause and barrier.
create table suppressed_aql (
  portal_id text not null,
  contact_id text not null,
  priority text not null,
  cause text not null,
  why text not null,
  -- When the barrier falls by itself; 0 when it does not.
  until bigint not null,
  at bigint not null,
  definition_version integer not null,
  primary key (portal_id, contact_id, priority, cause, why, until)
);
create index suppressed_aql_at on suppressed_aql (portal_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['assessment', 'suppressed_aql']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_portal on %I using (portal_id = current_setting(''l2r.portal_id'', true)) '
      'with check (portal_id = current_setting(''l2r.portal_id'', true))', name);
  end loop;
end $$;
