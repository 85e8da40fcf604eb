import { describe, expect, test } from 'vitest';
import { createAsApp, newPortal, noon, updateAsApp, updateAsPerson } from '../../test/support/new-portal.ts';
import { currentValue } from './computed-values.ts';
import { ApiError } from './errors.ts';
import { companyType, contactType, dealType } from './object-types.ts';

const hour = 3_600_000;
const refusal = (work: () => unknown): ApiError => {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

describe('what a write may contain', () => {
  test('one bad value refuses the whole write and the error names every bad value', () => {
    const portal = newPortal();
    const record = createAsApp(portal, contactType, { email: 'a@b.example' });
    const error = refusal(() => updateAsApp(portal, record, { firstname: 'A', nothing: '1', hs_lead_status: 'open' }));
    expect(error).toMatchObject({ status: 400, category: 'VALIDATION_ERROR' });
    expect(error.details.map(({ code }) => code)).toEqual(['PROPERTY_DOESNT_EXIST', 'INVALID_OPTION']);
    expect(error.message).toContain('"portalId":900');
    expect(currentValue(portal, record, 'firstname')).toBeNull();
  });

  test('apps may not write read-only properties, HubSpot and its people may', () => {
    const portal = newPortal();
    const record = createAsApp(portal, contactType, { email: 'a@b.example' });
    const values = { hs_latest_source: 'OFFLINE' };
    expect(refusal(() => updateAsApp(portal, record, values)).details[0]?.code).toBe('READ_ONLY_VALUE');
    expect(updateAsPerson(portal, record, values).values.get('hs_latest_source')).toBe('OFFLINE');
  });

  test('an owner must exist', () => {
    const portal = newPortal();
    const values = { email: 'a@b.example', hubspot_owner_id: '12' };
    expect(refusal(() => createAsApp(portal, contactType, values)).details[0]?.code).toBe('INVALID_OWNER_ID');
  });

  test.each([
    [contactType, { phone: '1' }],
    [companyType, { city: 'Bonn' }],
    [dealType, { amount: '1' }],
  ])('%s: a record needs what identifies it', (typeId, values) => {
    const error = refusal(() => createAsApp(newPortal(), typeId, values));
    expect(error.details[0]?.code).toBe('MISSING_REQUIRED_PROPERTY');
  });

  test('two contacts cannot have one e-mail address, whatever its case, until the first is archived', () => {
    const portal = newPortal();
    const first = createAsApp(portal, contactType, { email: 'Ann@b.example' });
    const error = refusal(() => createAsApp(portal, contactType, { email: 'ann@B.example' }));
    expect(error).toMatchObject({ status: 409, message: `Contact already exists. Existing ID: ${first.id}` });
    portal.archive(first, { at: noon, sourceType: 'CRM_UI', sourceId: '' });
    expect(createAsApp(portal, contactType, { email: 'ann@B.example' }).id).not.toBe(first.id);
  });
});

describe('lifecycle stage', () => {
  const contact = (portal = newPortal()) => ({
    portal,
    record: createAsApp(portal, contactType, { email: 'a@b.example', lifecyclestage: 'opportunity' }),
  });

  test('an app that writes an earlier stage is answered as if, and nothing changes', () => {
    const { portal, record } = contact();
    updateAsApp(portal, record, { lifecyclestage: 'lead', firstname: 'A' }, noon + hour);
    expect(record.values.get('lifecyclestage')).toBe('opportunity');
    expect(record.versions.get('lifecyclestage')).toHaveLength(1);
    expect(record.values.get('firstname')).toBe('A');
  });

  test('by the other reading of the documentation the write is refused', () => {
    const { portal, record } = contact(newPortal({ lifecycleBackward: 'refused' }));
    expect(refusal(() => updateAsApp(portal, record, { lifecyclestage: 'lead' })).status).toBe(400);
  });

  test('an app goes back in two writes: clear, then set', () => {
    const { portal, record } = contact();
    updateAsApp(portal, record, { lifecyclestage: '' }, noon + 1);
    updateAsApp(portal, record, { lifecyclestage: 'lead' }, noon + 2);
    expect(record.versions.get('lifecyclestage')?.map(({ value }) => value)).toEqual(['lead', '', 'opportunity']);
  });

  test('a person moves it back freely', () => {
    const { portal, record } = contact();
    updateAsPerson(portal, record, { lifecyclestage: 'lead' }, noon + hour);
    expect(record.values.get('lifecyclestage')).toBe('lead');
  });
});

describe('deals', () => {
  const deal = (switches = {}, values = {}) => {
    const portal = newPortal(switches);
    return { portal, record: createAsApp(portal, dealType, { dealname: 'D', dealstage: 'qualifiedtobuy', ...values }) };
  };

  test('a deal without pipeline stands in the default one', () => {
    const { portal, record } = deal();
    expect(currentValue(portal, record, 'pipeline')).toBe('default');
  });

  test('the stage must belong to the pipeline', () => {
    const { portal, record } = deal();
    const error = refusal(() => updateAsApp(portal, record, { dealstage: 'nowhere' }));
    expect(error).toMatchObject({ status: 400, subCategory: 'INVALID_PIPELINE_STAGE_ID' });
    expect(refusal(() => updateAsApp(portal, record, { pipeline: 'other' })).details[0]?.code).toBe('INVALID_OPTION');
  });

  test('won, lost and probability follow the stage', () => {
    const { portal, record } = deal();
    const shown = () =>
      ['hs_is_closed', 'hs_is_closed_won', 'hs_is_closed_lost', 'hs_deal_stage_probability'].map((name) =>
        currentValue(portal, record, name),
      );
    expect(shown()).toEqual(['false', 'false', 'false', '0.40000000000000002220446049250313080847263336181640625']);
    updateAsApp(portal, record, { dealstage: 'closedwon' });
    expect(shown()).toEqual(['true', 'true', 'false', '1']);
    updateAsApp(portal, record, { dealstage: 'closedlost' });
    expect(shown()).toEqual(['true', 'false', 'true', '0']);
  });

  test('closing a deal sets its close date to now', () => {
    const { portal, record } = deal({}, { closedate: '2027-01-01' });
    updateAsApp(portal, record, { dealstage: 'closedwon' }, noon + hour);
    expect(record.values.get('closedate')).toBe('2026-03-02T13:00:00Z');
  });

  test('a close date in the past or in the same write stays, and the switch keeps it always', () => {
    const past = deal({}, { closedate: '2026-01-01' });
    updateAsApp(past.portal, past.record, { dealstage: 'closedwon' });
    expect(past.record.values.get('closedate')).toBe('2026-01-01T00:00:00Z');
    const same = deal();
    updateAsApp(same.portal, same.record, { dealstage: 'closedwon', closedate: '2027-01-01' });
    expect(same.record.values.get('closedate')).toBe('2027-01-01T00:00:00Z');
    const kept = deal({ closeDateOnClosing: 'kept' });
    updateAsApp(kept.portal, kept.record, { dealstage: 'closedwon' });
    expect(kept.record.values.get('closedate')).toBeUndefined();
  });
});

describe('history and announcements', () => {
  test('writing the same value again changes nothing and tells nobody', () => {
    const portal = newPortal();
    const record = createAsApp(portal, contactType, { email: 'a@b.example' });
    const changes = portal.changes.capture(() => updateAsApp(portal, record, { email: 'a@b.example' }, noon + hour));
    expect(changes).toEqual([]);
    expect(record.updatedAt).toBe(noon);
  });

  test('a value from the past goes to its place in history and does not become the current one', () => {
    const portal = newPortal();
    const record = createAsApp(portal, contactType, { email: 'a@b.example', hs_lead_status: 'CONNECTED' });
    updateAsPerson(portal, record, { hs_lead_status: 'NEW' }, noon - hour);
    expect(record.values.get('hs_lead_status')).toBe('CONNECTED');
    expect(record.versions.get('hs_lead_status')?.map(({ value }) => value)).toEqual(['CONNECTED', 'NEW']);
  });

  test('assigning an owner sets the assignment date, which is calculated and fires nothing', () => {
    const portal = newPortal();
    const record = createAsApp(portal, contactType, { email: 'a@b.example' });
    const changes = portal.changes.capture(() => updateAsApp(portal, record, { hubspot_owner_id: '11' }, noon + hour));
    expect(record.values.get('hubspot_owner_assigneddate')).toBe('2026-03-02T13:00:00Z');
    expect(changes.map((change) => change.kind === 'propertyChange' && change.property)).toEqual(['hubspot_owner_id']);
  });
});
