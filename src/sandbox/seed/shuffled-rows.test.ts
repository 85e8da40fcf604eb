import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFiles, readFiles } from '../../../test/support/portal-folder.ts';
import type { PortalFolder } from './portal-folder.ts';

const dirt: Record<string, string[]> = {
  'contacts.csv': [
    '1,other@acme.example,2026-01-05T09:00:00Z,lead,,,,',
    '1,ann@acme.example,2026-01-04T09:00:00Z,customer,,99,,',
    '2,bob@acme.example,2026-01-06,lead,,,,',
    '7,,,,,,,',
    '8,gus@acme.example,2026-02-30,hot,,,,',
    '9,ragged',
    '9,"unclosed,2026-01-01,,,,,',
    ',,,,,,,',
  ],
  'deals.csv': ['202,Odd,2026-01-09,partners,signed,-1,soon', '200,Acme starter,2026-01-08T10:00:00Z,,closedwon,9,'],
  'owners.csv': ['11,again@us.example,Olga,One,AE,,,,', '12,o2@us.example,Otto,Two,SDR;AE,,,,'],
  'associations.csv': ['contact,1,company,100,', 'contact,1,deal,999,', 'contact,10,deal,200,'],
  'property_history.csv': [
    'contact,1,lifecyclestage,lead,2026-01-05T10:00:00+01:00,IMPORT,',
    'contact,1,lifecyclestage,customer,2026-01-06T10:00:00Z,IMPORT,',
    'contact,7,hs_lead_status,NEW,2026-01-03T00:00:00Z,,',
    'contact,7,hs_lead_status,OPEN,2026-01-02T00:00:00Z,,',
    'contact,7,hs_lead_status,CONNECTED,2026-01-03T00:00:00Z,,',
    'contact,8,hs_lead_status,,2026-01-01T00:00:00Z,,',
    'contact,99,email,x,2026-01-01T00:00:00Z,,',
    'deal,201,amount,81,2026-01-01T00:00:00Z,,',
    'deal,201,Own Field,81,2026-01-01T00:00:00Z,,',
  ],
  'touches.csv': ['1,2026-01-05T08:59:00Z,form,paid_search,spring,', '1,2026-01-05T08:59:00Z,call,,,', '5,now,form,,,'],
  'signals.csv': ['contact,1,2026-01-07T00:00:00Z,usage,crm,0.1,a', 'contact,1,2026-01-07T00:00:00Z,usage,crm,0.2,a'],
  'spend.csv': ['spring,paid_search,2026-01,1500.00,EUR', 'spring,paid_search,2026-01,5,EUR'],
  'pipelines.csv': ['deal,renewals,quoted,Offered,0,0.6,false', 'deal,renewals,lost,Lost,2,0,true'],
};

const rowsOf = (file: string) => {
  const [header = '', ...rows] = (cleanFiles[file] ?? '').replace('red,\nblue', 'red').trimEnd().split('\n');
  return { header, rows: [...rows, ...(dirt[file] ?? [])] };
};

const shuffledFiles = fc.record(
  Object.fromEntries(
    Object.keys(cleanFiles).map((file) => {
      const { header, rows } = rowsOf(file);
      const orders = fc.shuffledSubarray(rows, { minLength: rows.length });
      return [file, orders.map((order) => [header, ...order, ''].join('\n'))];
    }),
  ),
);

/** Everything but line numbers. */
function withoutLines({ locate: _locate, load, ...data }: PortalFolder) {
  return JSON.stringify({
    ...data,
    load: { ...load, problems: load.problems.map(({ line: _line, ...rest }) => rest) },
  });
}

test('the order of rows changes nothing but line numbers', async () => {
  const files = Object.fromEntries(
    Object.keys(cleanFiles).map((file) => {
      const { header, rows } = rowsOf(file);
      return [file, [header, ...rows, ''].join('\n')];
    }),
  );
  const plain = await readFiles(files);
  expect(plain.load.problems.length).toBeGreaterThan(20);
  const expected = withoutLines(plain);
  await fc.assert(
    fc.asyncProperty(shuffledFiles, async (shuffled) => {
      expect(withoutLines(await readFiles(shuffled))).toBe(expected);
    }),
    { numRuns: 60 },
  );
});
