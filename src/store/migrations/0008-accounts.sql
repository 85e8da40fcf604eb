-- Accounts: how they stand, their stays in the account track, offers of them, and whom an AE has named.

create table account (
  portal_id text not null,
  company_id text not null,
  -- What the rules made of it, and when. Points are thousandths.
  at bigint not null,
  document jsonb not null,
  definition_version integer not null,
  people integer not null,
  -- Journeys of its people that have not ended, and those of them at AQL or later.
  open_journeys integer not null,
  worked integer not null,
  -- Intent × fit of an account worth going after, else 0.
  worth bigint not null,
  -- Why it is left out of every figure, null when it counts.
  excluded text,
  -- When time alone will change something: points fade, a pause ends.
  look_again_at bigint,
  primary key (portal_id, company_id)
);
create index account_look_again on account (portal_id, look_again_at) where look_again_at is not null;
create index account_worth on account (portal_id, worth desc) where worth > 0;
create index account_version on account (portal_id, definition_version);

-- Read off the decisions in the history.
create table account_visit (
  portal_id text not null,
  company_id text not null,
  seq integer not null,
  milestone text not null check (milestone in ('UNIVERSE', 'TARGET', 'AWARE', 'IN_MARKET')),
  entered_at bigint not null,
  exited_at bigint check (exited_at >= entered_at),
  primary key (portal_id, company_id, seq)
);

-- Accounts an AE works on; each is somebody's or nobody's.
create table named_account (
  portal_id text not null,
  company_id text not null,
  owner_id text not null,
  since bigint not null,
  primary key (portal_id, company_id)
);
create index named_account_owner on named_account (portal_id, owner_id);

-- What was exchanged, added or given up, by whom and why.
create table named_account_change (
  portal_id text not null,
  change_id bigint generated always as identity,
  owner_id text not null,
  added_company_id text,
  dropped_company_id text,
  reason text not null,
  changed_by text not null,
  at bigint not null,
  primary key (portal_id, change_id)
);
create index named_account_change_owner on named_account_change (portal_id, owner_id);

alter table handoff add column company_id text;
alter table handoff drop constraint handoff_kind_check;
alter table handoff add constraint handoff_kind_check check (kind in ('lead', 'mqo', 'account'));
create index handoff_company on handoff (portal_id, company_id);
alter table pool_member drop constraint pool_member_pool_check;
alter table pool_member add constraint pool_member_pool_check check (pool in ('sdr', 'ae', 'outbound'));

do $$
declare
  name text;
begin
  foreach name in array array['account', 'account_visit', 'named_account', 'named_account_change']
  loop
    execute format('alter table %I enable row level security', name);
    execute format(
      'create policy own_portal on %I using (portal_id = current_setting(''l2r.portal_id'', true)) '
      'with check (portal_id = current_setting(''l2r.portal_id'', true))', name);
  end loop;
end $$;
