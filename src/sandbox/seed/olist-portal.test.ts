import { expect, test } from 'vitest';
import { hubspotProperties } from '../../../test/support/portal-folder.ts';
import { describeWithShared } from '../../../test/support/shared-data.ts';
import { isoInstant } from './parse-instant.ts';
import { readPortalFolder } from './read-portal-folder.ts';

describeWithShared('the Olist portal', ['olist-portal'], (path) => {
  test('is read whole; its two contradictions are listed', async () => {
    const folder = await readPortalFolder(path, hubspotProperties);
    const count = (type: string) => folder.records.filter((record) => record.type === type).length;
    expect([count('contact'), count('deal'), folder.owners.length]).toEqual([8000, 842, 41]);
    expect(folder.load).toMatchObject({ read: 19_409, accepted: 19_409, rejected: 0 });
    expect(folder.load.problems).toEqual([
      {
        file: 'contacts.csv',
        line: 4455,
        column: 'lifecyclestage',
        reason:
          'the record says customer, but its newest history entry (2018-03-08T00:00:00.000Z) says marketingqualifiedlead',
      },
      {
        file: 'property_history.csv',
        line: 4786,
        column: 'timestamp',
        reason: 'older than its record, which was created 2018-03-08T00:00:00.000Z',
      },
    ]);
    expect(isoInstant(folder.asOf)).toBe('2018-11-14T18:04:19.000Z');
    expect(folder.customProperties.map(({ name }) => name)).toEqual([
      'landing_page',
      'lead_origin',
      'business_segment',
      'lead_behaviour_profile',
      'lead_type',
    ]);
    expect(folder.load.notes).toHaveLength(5);
  });
});
