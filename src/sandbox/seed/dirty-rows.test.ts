import { describe, expect, test } from 'vitest';
import { cleanFiles, readFiles } from '../../../test/support/portal-folder.ts';

type Dirty = [kind: string, file: string, row: string, column: string, reason: RegExp];

const rejected: Dirty[] = [
  ['a contact without id', 'contacts.csv', ',x@x.example,2026-01-01,,,,,', 'id', /has no id/],
  ['a row of empty cells', 'contacts.csv', ',,,,,,,', 'id', /has no id/],
  [
    'a contact with an id that is taken',
    'contacts.csv',
    '2,z@x.example,2026-02-01,,,,,',
    'id',
    /^duplicate id 2: another/,
  ],
  ['no creation and no history', 'contacts.csv', '3,x@x.example,,,,,,', 'createdate', /no createdate/],
  [
    'a creation on 30 February',
    'contacts.csv',
    '3,x@x.example,2026-02-30,,,,,',
    'createdate',
    /"2026-02-30" is no instant/,
  ],
  [
    'a creation without offset',
    'contacts.csv',
    '3,x@x.example,2026-02-01T10:00:00,,,,,',
    'createdate',
    /is no instant/,
  ],
  ['too few columns', 'contacts.csv', '3,x@x.example', '', /has 2 columns, the header has 8/],
  ['too many columns', 'contacts.csv', '3,x@x.example,2026-01-01,,,,,,,', '', /has 10 columns/],
  ['a stray quote', 'contacts.csv', '3,x"y,2026-01-01,,,,,', '', /quote is out of place/],
  ['an unclosed quote', 'contacts.csv', '3,"x,2026-01-01,,,,,', '', /quote is out of place/],
  ['a NUL character', 'contacts.csv', '3,x\0y,2026-01-01,,,,,', '', /NUL/],
  ['a company without id', 'companies.csv', ',Beta,2026-01-01,,', 'id', /the company has no id/],
  [
    'history of an unknown contact',
    'property_history.csv',
    'contact,99,email,a,2026-01-09T00:00:00Z,,',
    'object_id',
    /there is no contact 99/,
  ],
  [
    'history of another type',
    'property_history.csv',
    'ticket,1,email,a,2026-01-09T00:00:00Z,,',
    'object_type',
    /"ticket" is neither/,
  ],
  [
    'history without record',
    'property_history.csv',
    'contact,,email,a,2026-01-09T00:00:00Z,,',
    'object_id',
    /names no record/,
  ],
  [
    'history without property',
    'property_history.csv',
    'contact,1,,a,2026-01-09T00:00:00Z,,',
    'property',
    /names no property/,
  ],
  ['history without instant', 'property_history.csv', 'contact,1,email,a,,,', 'timestamp', /"" is no instant/],
  ['history with a day alone', 'property_history.csv', 'contact,1,email,a,2026-01-09,,', 'timestamp', /is no instant/],
  [
    'history with epoch milliseconds',
    'property_history.csv',
    'contact,1,email,a,1767690000000,,',
    'timestamp',
    /is no instant/,
  ],
  [
    'history with an amount in words',
    'property_history.csv',
    'deal,200,amount,much,2026-01-09T00:00:00Z,,',
    'value',
    /"much" is no number/,
  ],
  [
    'history said twice',
    'property_history.csv',
    'contact,1,lifecyclestage,lead,2026-01-05T10:00:00+01:00,ZZZ,',
    '',
    /^duplicate entry: another row says/,
  ],
  ['an association of an unknown deal', 'associations.csv', 'contact,1,deal,999,', 'to_id', /there is no deal 999/],
  ['an association from nowhere', 'associations.csv', 'contact,,deal,200,', 'from_id', /has no id/],
  ['an association of a ticket', 'associations.csv', 'contact,1,ticket,1,', 'to_type', /"ticket" is neither/],
  ['an association said twice', 'associations.csv', 'contact,1,company,100,', '', /^duplicate association/],
  ['an owner without id', 'owners.csv', ',a@us.example,A,B,AE,,,,', 'id', /the owner has no id/],
  ['an owner with an id that is taken', 'owners.csv', '12,z@us.example,Z,Z,AE,,,,', 'id', /^duplicate id 12/],
  [
    'a touch of an unknown contact',
    'touches.csv',
    '77,2026-01-05T08:59:00Z,form,,,',
    'contact_id',
    /there is no contact 77/,
  ],
  ['a touch yesterday', 'touches.csv', '1,yesterday,form,,,', 'timestamp', /"yesterday" is no instant/],
  ['a touch without type', 'touches.csv', '1,2026-01-05T08:59:00Z,,,,', 'type', /no type/],
  ['a touch told twice', 'touches.csv', '1,2026-01-05T08:59:00Z,form,paid_search,spring,', '', /^duplicate row/],
  [
    'a signal of a deal',
    'signals.csv',
    'deal,200,2026-01-07T00:00:00Z,intent,crm,0.7,x',
    'object_type',
    /neither contact nor company/,
  ],
  [
    'a signal of an unknown company',
    'signals.csv',
    'company,9,2026-01-07T00:00:00Z,intent,crm,0.7,x',
    'object_id',
    /there is no company 9/,
  ],
  [
    'a signal too strong',
    'signals.csv',
    'company,100,2026-01-07T00:00:00Z,intent,crm,1.5,x',
    'strength',
    /"1.5" is no strength/,
  ],
  ['a signal at no instant', 'signals.csv', 'company,100,now,intent,crm,0.5,x', 'timestamp', /"now" is no instant/],
  ['a signal of no kind', 'signals.csv', 'company,100,2026-01-07T00:00:00Z,,crm,0.5,x', 'kind', /no kind/],
  ['spend in month 13', 'spend.csv', 'spring,paid_search,2026-13,1,EUR', 'period', /"2026-13" is no month/],
  ['spend of a word', 'spend.csv', 'spring,paid_search,2026-01,lots,EUR', 'amount', /"lots" is no amount/],
  ['spend in euros', 'spend.csv', 'spring,paid_search,2026-01,1,euros', 'currency', /"euros" is no currency/],
  [
    'a stage without order',
    'pipelines.csv',
    'deal,renewals,lost,Lost,last,0,true',
    'display_order',
    /"last" is no whole number/,
  ],
  [
    'a stage more than certain',
    'pipelines.csv',
    'deal,renewals,lost,Lost,2,2,true',
    'probability',
    /"2" is no probability/,
  ],
  ['a stage perhaps closed', 'pipelines.csv', 'deal,renewals,lost,Lost,2,0,maybe', 'is_closed', /"maybe" is neither/],
  ['a stage of a quote', 'pipelines.csv', 'quote,renewals,lost,Lost,2,0,true', 'object_type', /"quote" is neither/],
  ['a stage that is there', 'pipelines.csv', 'deal,renewals,renewed,Won,5,1,true', 'stage', /^duplicate stage renewed/],
];

const kept: Dirty[] = [
  [
    'an unknown lifecycle stage',
    'contacts.csv',
    '3,,2026-01-01,hot,,,,',
    'lifecyclestage',
    /"hot" is none of the property's options/,
  ],
  [
    'an unknown owner',
    'contacts.csv',
    '3,,2026-01-01,,,13,,',
    'hubspot_owner_id',
    /owner 13 is not in owners.csv; the value is left out/,
  ],
  [
    'neither yes nor no',
    'contacts.csv',
    '3,,2026-01-01,,,,perhaps,',
    'hs_email_optout',
    /"perhaps" is neither true nor false/,
  ],
  ['a size in words', 'companies.csv', '101,Beta,2026-01-01,many,', 'numberofemployees', /"many" is no number/],
  [
    'an amount with thousands',
    'deals.csv',
    '202,D,2026-01-01,default,closedwon,"1,200.00",',
    'amount',
    /"1,200.00" is no number/,
  ],
  ['an amount below zero', 'deals.csv', '202,D,2026-01-01,default,closedwon,-5,', 'amount', /-5 is below zero/],
  [
    'a close date in words',
    'deals.csv',
    '202,D,2026-01-01,default,closedwon,5,May',
    'closedate',
    /"May" is no instant/,
  ],
  [
    'a stage of no pipeline',
    'deals.csv',
    '202,D,2026-01-01,default,quoted,5,',
    'dealstage',
    /pipeline has no stage "quoted"/,
  ],
  [
    'a stage of the default pipeline unsaid',
    'deals.csv',
    '202,D,2026-01-01,,quoted,5,',
    'dealstage',
    /no stage "quoted"/,
  ],
  [
    'an unknown pipeline',
    'deals.csv',
    '202,D,2026-01-01,partners,signed,5,',
    'pipeline',
    /no deal pipeline "partners"/,
  ],
  [
    'a stage of the past that is no stage',
    'property_history.csv',
    'deal,200,dealstage,odd,2026-01-09T00:00:00Z,,',
    'value',
    /no stage "odd"/,
  ],
  [
    'a lifecycle stage of the past',
    'property_history.csv',
    'contact,1,lifecyclestage,hot,2026-01-05T10:00:00Z,,',
    'value',
    /"hot" is none/,
  ],
  [
    'history before the record',
    'property_history.csv',
    'contact,1,lifecyclestage,subscriber,2025-01-05T10:00:00Z,,',
    'timestamp',
    /older than its record/,
  ],
  [
    'an owner in no time zone',
    'owners.csv',
    '13,a@us.example,A,B,AE,,Mars/Base,,',
    'timezone',
    /"Mars\/Base" is no IANA time zone/,
  ],
  [
    'an owner with capacity to spare',
    'owners.csv',
    '13,a@us.example,A,B,AE,,,lots,',
    'capacity',
    /"lots" is no capacity/,
  ],
  [
    'an owner perhaps archived',
    'owners.csv',
    '13,a@us.example,A,B,AE,,,,perhaps',
    'archived',
    /neither true nor false/,
  ],
];

describe.each([
  ['is rejected', rejected, 1],
  ['is kept', kept, 0],
] as const)('a bad row %s, alone, and listed once with its place and reason', (_outcome, cases, rejections) => {
  test.each(cases)('%s', async (_kind, file, row, column, reason) => {
    const text = cleanFiles[file] ?? '';
    const line = text.split('\n').length;
    const folder = await readFiles({ ...cleanFiles, [file]: `${text}${row}\n` });
    expect(folder.load.problems).toEqual([{ file, line, column, reason: expect.stringMatching(reason) as string }]);
    expect(folder.load).toMatchObject({ read: 21, rejected: rejections, accepted: 21 - rejections });
  });
});

describe('what is kept of a row with a bad cell', () => {
  const contact = async (cells: string) => {
    const folder = await readFiles({ ...cleanFiles, 'contacts.csv': `${cleanFiles['contacts.csv']}${cells}\n` });
    return folder.records.find(({ type, id }) => type === 'contact' && id === '3');
  };

  test('an option of the portal’s own stays, an unknown owner does not', async () => {
    expect((await contact('3,,2026-01-01,hot,,13,,'))?.properties).toEqual({ lifecyclestage: 'hot' });
  });

  test('a cell that is left out is not filled again from history', async () => {
    const folder = await readFiles({
      'contacts.csv': 'id,createdate,hs_email_bounce\n1,2026-01-01,many\n',
      'property_history.csv':
        'object_type,object_id,property,value,timestamp,source_type,source_id\ncontact,1,hs_email_bounce,5,2026-01-02T00:00:00Z,,\n',
    });
    expect(folder.records[0]?.properties).toEqual({});
    expect(folder.load.problems).toHaveLength(1);
  });

  test('an unreadable creation gives way to the earliest history', async () => {
    const folder = await readFiles({
      'contacts.csv': 'id,createdate\n1,soon\n',
      'property_history.csv':
        'object_type,object_id,property,value,timestamp,source_type,source_id\ncontact,1,email,a,2026-01-02T00:00:00Z,,\n',
    });
    expect(folder.records[0]?.createdAt).toBe(Date.UTC(2026, 0, 2));
    expect(folder.load.problems.map(({ column }) => column)).toEqual(['createdate']);
    expect(folder.load.rejected).toBe(0);
  });

  test('what hung on a rejected record is rejected too', async () => {
    const folder = await readFiles({
      'contacts.csv': 'id,createdate\n1,\n2,2026-01-01\n',
      'associations.csv': 'from_type,from_id,to_type,to_id\ncontact,2,contact,1\n',
    });
    expect(folder.load).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
  });
});
