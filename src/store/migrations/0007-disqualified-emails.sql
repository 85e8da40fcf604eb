-- Disqualified people stay so under their addresses too, when somebody deletes and imports them again. Only hashes are kept; they are
-- erased with the person.

create table disqualified_email (
  portal_id text not null,
  -- HMAC of the address in small letters.
  email_hash text not null,
  contact_id text not null,
  -- When the person was disqualified.
  at bigint not null,
  primary key (portal_id, email_hash)
);
create index disqualified_email_contact on disqualified_email (portal_id, contact_id);

alter table disqualified_email enable row level security;
create policy own_portal on disqualified_email using (portal_id = current_setting('l2r.portal_id', true))
  with check (portal_id = current_setting('l2r.portal_id', true));
