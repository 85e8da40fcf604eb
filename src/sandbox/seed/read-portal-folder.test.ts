import { describe, expect, test } from 'vitest';
import { cleanFiles, readFiles } from '../../../test/support/portal-folder.ts';
import { isoInstant } from './parse-instant.ts';
import { mergeProblems, PortalFolderError, readPortalFolder } from './read-portal-folder.ts';

const only = (name: string) => ({ [name]: cleanFiles[name] ?? '' });
const contacts = (text: string) => readFiles({ 'contacts.csv': text });
const history = (...rows: string[]) =>
  ['object_type,object_id,property,value,timestamp,source_type,source_id', ...rows, ''].join('\n');

describe('a clean portal folder', () => {
  test('is read whole, without a problem', async () => {
    const folder = await readFiles(cleanFiles);
    expect(folder.load).toEqual({
      read: 20,
      accepted: 20,
      rejected: 0,
      problems: [],
      notes: ['contacts.csv: "favourite_colour" is no contact property of HubSpot and becomes a text property.'],
    });
    expect(folder.customProperties).toEqual([{ type: 'contact', name: 'favourite_colour' }]);
    expect(folder.records.map(({ type, id }) => `${type} ${id}`)).toEqual([
      'company 100',
      'contact 1',
      'contact 2',
      'contact 10',
      'deal 200',
      'deal 201',
    ]);
  });

  test('gives records only the values they have, in the form HubSpot keeps', async () => {
    const { records } = await readFiles(cleanFiles);
    expect(records.slice(1)).toEqual([
      {
        type: 'contact',
        id: '1',
        createdAt: Date.UTC(2026, 0, 5, 9),
        properties: {
          email: 'ann@acme.example',
          lifecyclestage: 'marketingqualifiedlead',
          hs_lead_status: 'OPEN',
          hubspot_owner_id: '11',
          hs_email_optout: 'false',
          favourite_colour: 'green',
        },
      },
      {
        type: 'contact',
        id: '2',
        createdAt: Date.UTC(2026, 0, 6),
        properties: { email: 'bob@acme.example', lifecyclestage: 'lead' },
      },
      {
        type: 'contact',
        id: '10',
        createdAt: 1_767_690_000_000,
        properties: {
          email: 'cy "the" lee',
          lifecyclestage: 'customer',
          hubspot_owner_id: '12',
          favourite_colour: 'red,\nblue',
        },
      },
      {
        type: 'deal',
        id: '200',
        createdAt: Date.UTC(2026, 0, 8, 10),
        properties: {
          dealname: 'Acme starter',
          pipeline: 'default',
          dealstage: 'qualifiedtobuy',
          amount: '1200.50',
          closedate: '2027-05-01T00:00:00.000Z',
        },
      },
      {
        type: 'deal',
        id: '201',
        createdAt: Date.UTC(2026, 0, 9, 10),
        properties: {
          dealname: 'Acme renewal',
          pipeline: 'renewals',
          dealstage: 'quoted',
          amount: '80',
          closedate: '2026-03-01T10:00:00.000Z',
        },
      },
    ]);
  });

  test('gives history, associations, owners, stages and activity in canonical order', async () => {
    const folder = await readFiles(cleanFiles);
    expect(folder.history.map(({ id, value, at }) => [id, value, isoInstant(at)])).toEqual([
      ['1', 'lead', '2026-01-05T09:00:00.000Z'],
      ['1', 'marketingqualifiedlead', '2026-01-06T10:00:00.000Z'],
      ['200', 'appointmentscheduled', '2026-01-08T10:00:00.000Z'],
      ['200', 'qualifiedtobuy', '2026-01-10T10:00:00.000Z'],
    ]);
    expect(folder.history[0]).toMatchObject({
      type: 'contact',
      property: 'lifecyclestage',
      sourceType: 'FORM',
      sourceId: 'f1',
    });
    expect(folder.associations).toEqual([
      { fromType: 'contact', fromId: '1', toType: 'company', toId: '100', label: '' },
      { fromType: 'contact', fromId: '1', toType: 'deal', toId: '200', label: 'Champion' },
      { fromType: 'deal', fromId: '200', toType: 'company', toId: '100', label: '' },
    ]);
    expect(
      folder.owners.map(({ id, role, timezone, capacity, archived }) => [id, role, timezone, capacity, archived]),
    ).toEqual([
      ['11', 'SDR', 'Europe/Berlin', '20', false],
      ['12', 'SDR;AE', '', '', false],
    ]);
    expect(folder.stages[1]).toEqual({
      objectType: 'deal',
      pipeline: 'renewals',
      stage: 'renewed',
      label: 'Renewed',
      displayOrder: 1,
      probability: '1',
      isClosed: true,
    });
    expect(folder.touches).toEqual([
      {
        contactId: '1',
        at: Date.UTC(2026, 0, 5, 8, 59),
        type: 'form',
        channel: 'paid_search',
        program: 'spring',
        detail: '',
      },
    ]);
    expect(folder.signals).toEqual([
      {
        type: 'company',
        id: '100',
        at: Date.UTC(2026, 0, 7),
        kind: 'intent',
        topic: 'crm',
        strength: 0.7,
        source: 'reviews',
      },
    ]);
    expect(folder.spend).toEqual([
      { program: 'spring', channel: 'paid_search', period: '2026-01', amount: '1500.00', currency: 'EUR' },
    ]);
  });

  test('counts as of the latest observed instant, never of a planned date', async () => {
    expect(isoInstant((await readFiles(cleanFiles)).asOf)).toBe('2026-01-10T10:00:00.000Z');
    const touched = await readFiles({
      ...cleanFiles,
      'touches.csv': 'contact_id,timestamp,type,channel,program\n1,2026-02-01T00:00:00Z,form,,\n',
    });
    expect(isoInstant(touched.asOf)).toBe('2026-02-01T00:00:00.000Z');
    expect((await contacts('id\n')).asOf).toBe(0);
  });

  test('may have a byte order mark, CRLF line ends and nothing but contacts', async () => {
    const plain = await readFiles(only('contacts.csv'));
    const text = (cleanFiles['contacts.csv'] ?? '').replaceAll('\n', '\r\n').replace('red,\r\nblue', 'red,\nblue');
    const folder = await contacts(`\uFEFF${text}`);
    expect(folder.records).toEqual(plain.records);
    expect(folder.stages).toEqual([]);
    expect(plain.load.notes).toContain("owners.csv is not in the folder: the records' owner ids are kept as they are.");
  });

  test('may bring a definition set', async () => {
    const folder = await readFiles({ ...only('contacts.csv'), 'definitions.json': '\uFEFF{"version": 3}' });
    expect(folder.definitions).toEqual({ version: 3 });
    expect((await readFiles(only('contacts.csv'))).definitions).toBeUndefined();
  });

  test('gives ids above 2^53 exactly and in order of size', async () => {
    const folder = await contacts(
      'id,createdate\n9007199254740993,2026-01-01\n9007199254740992,2026-01-01\n7,2026-01-01\nx,2026-01-01\n',
    );
    expect(folder.records.map(({ id }) => id)).toEqual(['7', '9007199254740992', '9007199254740993', 'x']);
  });
});

describe('a folder that cannot be read', () => {
  const refusal = async (files: Parameters<typeof readFiles>[0]) => {
    const error: unknown = await readFiles(files).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PortalFolderError);
    expect(error).toHaveProperty('exitCode', 2);
    return (error as Error).message;
  };

  test('is refused in one sentence that names the file and the column', async () => {
    expect(await refusal({})).toMatch(/^There is no contacts\.csv in .*\.$/);
    expect(await refusal({ 'contacts.csv': null })).toMatch(/^contacts\.csv in .* is a folder/);
    expect(await refusal({ 'contacts.csv': 'email\na@b.example\n' })).toMatch(/^contacts\.csv has no column "id"/);
    expect(await refusal({ 'contacts.csv': '' })).toMatch(/^contacts\.csv has no column "id"/);
    expect(await refusal({ 'contacts.csv': '"id\n' })).toMatch(/^The header of contacts\.csv cannot be read/);
    expect(await refusal({ 'contacts.csv': Buffer.from('id,email\n1,Jos\xe9\n', 'latin1') })).toMatch(
      /contacts\.csv .* not UTF-8/,
    );
    expect(await refusal({ ...only('contacts.csv'), 'definitions.json': '{' })).toMatch(
      /^definitions\.json in .* is not JSON/,
    );
  });

  test.each([
    ['owners.csv', 'team'],
    ['associations.csv', 'to_type'],
    ['property_history.csv', 'timestamp'],
    ['touches.csv', 'program'],
    ['signals.csv', 'strength'],
    ['spend.csv', 'currency'],
    ['pipelines.csv', 'probability'],
  ])('%s without its column %s is refused', async (file, column) => {
    const text = (cleanFiles[file] ?? '').replace(new RegExp(`\\b${column}\\b`), 'other');
    expect(await refusal({ ...cleanFiles, [file]: text })).toMatch(`${file} has no column "${column}"`);
  });

  test('a missing folder and a file in its place are refused by their names', async () => {
    const known = { contact: [], company: [], deal: [] };
    await expect(readPortalFolder('/no/such/folder', known)).rejects.toThrow('There is no folder /no/such/folder');
    await expect(readPortalFolder(import.meta.filename, known)).rejects.toThrow('is a file; name the portal folder');
  });
});

describe('properties', () => {
  test('with names that HubSpot would refuse are renamed, with a note', async () => {
    const folder = await contacts('ID,CreateDate,Lead Source,2nd owner,Email\n1,2026-01-01,fair,Kim,k@x.example\n');
    expect(folder.records[0]).toEqual({
      type: 'contact',
      id: '1',
      createdAt: Date.UTC(2026, 0, 1),
      properties: { lead_source: 'fair', p_2nd_owner: 'Kim', email: 'k@x.example' },
    });
    expect(folder.customProperties.map(({ name }) => name)).toEqual(['lead_source', 'p_2nd_owner']);
    expect(folder.load.problems).toEqual([]);
    expect(folder.load.notes.filter((note) => note.includes('is called'))).toHaveLength(5);
  });

  test('named by two columns or by none are left out and listed at the header', async () => {
    const folder = await contacts('id,createdate,Fair,fair,\n1,2026-01-01,a,b,c\n');
    expect(folder.records[0]?.properties).toEqual({ fair: 'a' });
    expect(folder.load.problems).toEqual([
      {
        file: 'contacts.csv',
        line: 1,
        column: 'fair',
        reason: 'column 4 has the name of an earlier column and is left out',
      },
      { file: 'contacts.csv', line: 1, column: '', reason: 'column 5 has no name and is left out' },
    ]);
    expect(folder.load.accepted).toBe(1);
  });

  test('that only history knows get the newest value, and become custom when HubSpot does not define them', async () => {
    const folder = await readFiles({
      'contacts.csv': 'id,createdate\n1,2026-01-01\n',
      'property_history.csv': history(
        'contact,1,hs_lead_status,NEW,2026-01-02T00:00:00Z,,',
        'contact,1,hs_lead_status,OPEN,2026-01-03T00:00:00Z,,',
        'contact,1,Lead Origin,fair,2026-01-03T00:00:00Z,,',
        'contact,1,jobtitle,CTO,2026-01-03T00:00:00Z,,',
        'contact,1,jobtitle,,2026-01-04T00:00:00Z,,',
      ),
    });
    expect(folder.records[0]?.properties).toEqual({ hs_lead_status: 'OPEN', lead_origin: 'fair' });
    expect(folder.customProperties).toEqual([{ type: 'contact', name: 'lead_origin' }]);
    expect(folder.load.problems).toEqual([]);
    expect(folder.load.notes).toHaveLength(2);
  });

  test('named like parts of JavaScript objects are ordinary properties', async () => {
    const folder = await contacts('id,createdate,constructor,__proto__\n1,2026-01-01,a,b\n2,2026-01-01,,\n');
    expect(folder.records.map(({ properties }) => Object.entries(properties))).toEqual([
      [
        ['constructor', 'a'],
        ['p___proto__', 'b'],
      ],
      [],
    ]);
  });

  test('an unused column of another file is noted', async () => {
    const folder = await readFiles({
      ...only('contacts.csv'),
      'spend.csv': 'program,channel,period,amount,currency,who\n',
    });
    expect(folder.load.notes).toContain('spend.csv: the column "who" is not part of the format and is not used.');
  });
});

describe('history and records', () => {
  const withHistory = (...rows: string[]) =>
    readFiles({
      'contacts.csv': 'id,createdate,lifecyclestage,annualrevenue,hs_email_bounce\n1,2026-01-05,lead,,10.0\n',
      'property_history.csv': history(...rows),
    });

  test('a value that disagrees with the newest entry is listed at the record and kept', async () => {
    const folder = await withHistory(
      'contact,1,lifecyclestage,lead,2026-01-05T00:00:00Z,,',
      'contact,1,lifecyclestage,customer,2026-01-06T00:00:00Z,,',
    );
    expect(folder.load.problems).toEqual([
      {
        file: 'contacts.csv',
        line: 2,
        column: 'lifecyclestage',
        reason: 'the record says lead, but its newest history entry (2026-01-06T00:00:00.000Z) says customer',
      },
    ]);
    expect(folder.records[0]?.properties['lifecyclestage']).toBe('lead');
    expect(folder.load.rejected).toBe(0);
  });

  test('a value agrees when any entry of the newest instant has it', async () => {
    const folder = await withHistory(
      'contact,1,lifecyclestage,lead,2026-01-06T00:00:00Z,,',
      'contact,1,lifecyclestage,customer,2026-01-06T00:00:00Z,,',
    );
    expect(folder.load.problems).toEqual([]);
  });

  test('an empty cell disagrees with an entry that has a value, and agrees with a cleared one', async () => {
    const full = await withHistory('contact,1,annualrevenue,5,2026-01-06T00:00:00Z,,');
    expect(full.load.problems[0]?.reason).toBe(
      'the record says nothing, but its newest history entry (2026-01-06T00:00:00.000Z) says 5',
    );
    expect((await withHistory('contact,1,annualrevenue,,2026-01-06T00:00:00Z,,')).load.problems).toEqual([]);
  });

  test('numbers agree by size, not by how they are written', async () => {
    expect((await withHistory('contact,1,hs_email_bounce,10,2026-01-06T00:00:00Z,,')).load.problems).toEqual([]);
  });

  test('an entry older than its record is kept and listed with the creation', async () => {
    const folder = await withHistory('contact,1,lifecyclestage,lead,2026-01-04T23:59:59Z,,');
    expect(folder.load.problems).toEqual([
      {
        file: 'property_history.csv',
        line: 2,
        column: 'timestamp',
        reason: 'older than its record, which was created 2026-01-05T00:00:00.000Z',
      },
    ]);
    expect(folder.history).toHaveLength(1);
    expect(folder.load.rejected).toBe(0);
  });

  test('a record without createdate was created with its earliest entry', async () => {
    const folder = await readFiles({
      'contacts.csv': 'id\n1\n',
      'property_history.csv': history(
        'contact,1,lifecyclestage,customer,2026-01-06T00:00:00Z,,',
        'contact,1,lifecyclestage,lead,2026-01-05T00:00:00Z,,',
      ),
    });
    expect(folder.records[0]?.createdAt).toBe(Date.UTC(2026, 0, 5));
    expect(folder.load.problems).toEqual([]);
  });

  test('of rows with one id the earliest created is kept, then the smallest', async () => {
    const folder = await contacts(
      'id,createdate,email\n1,2026-01-02,a\n1,2026-01-01,c\n1,2026-01-01,b\n1,2026-01-01,b\n',
    );
    expect(folder.records.map(({ properties }) => properties)).toEqual([{ email: 'b' }]);
    expect(folder.load).toMatchObject({ read: 4, accepted: 1, rejected: 3 });
    expect(new Set(folder.load.problems.map(({ reason }) => reason))).toEqual(
      new Set(['duplicate id 1: another row with this id is kept']),
    );
  });
});

describe('places', () => {
  const at = Date.UTC(2026, 0, 6, 10);

  test('are found for an entry, for a cell without history, for a record, and for nothing', async () => {
    const { locate } = await readFiles(cleanFiles);
    const place = (id: string, property: string, instant = at) =>
      locate({ type: 'contact', id, property, at: instant });
    expect(place('1', 'lifecyclestage')).toEqual({ file: 'property_history.csv', line: 3, column: 'timestamp' });
    expect(place('10', 'lifecyclestage')).toEqual({ file: 'contacts.csv', line: 4, column: 'lifecyclestage' });
    expect(place('10', 'createdate')).toEqual({ file: 'contacts.csv', line: 4, column: 'createdate' });
    expect(place('2', 'hs_lead_status')).toEqual({ file: 'contacts.csv', line: 3, column: 'id' });
    expect(place('3', 'lifecyclestage')).toBeUndefined();
  });

  test('put later problems between the reader’s own, by file, record, property, instant and reason', async () => {
    const folder = await readFiles({
      ...cleanFiles,
      'property_history.csv': history(
        'contact,10,lifecyclestage,customer,2026-01-01T00:00:00Z,,',
        'contact,1,lifecyclestage,marketingqualifiedlead,2026-01-06T10:00:00Z,,',
        'contact,2,lifecyclestage,lead,2026-01-07T00:00:00Z,,',
        'contact,2,lifecyclestage,lead,2026-01-07T00:00:00Z,,',
      ),
    });
    const outcome = (id: string, instant: number) => ({
      place: { type: 'contact' as const, id, property: 'lifecyclestage', at: instant },
      reason: 'an outcome before its cause',
    });
    const more = [outcome('10', Date.UTC(2026, 0, 1)), outcome('99', 0), outcome('1', at)];
    const merged = mergeProblems(folder, more);
    expect(merged.map(({ file, line, reason }) => [file, line, reason.slice(0, 11)])).toEqual([
      ['contacts.csv', 1, 'an outcome '],
      ['property_history.csv', 3, 'an outcome '],
      ['property_history.csv', 5, 'duplicate e'],
      ['property_history.csv', 2, 'an outcome '],
      ['property_history.csv', 2, 'older than '],
    ]);
    expect(Object.keys(merged[0] ?? {})).toEqual(['file', 'line', 'column', 'reason']);
    expect(mergeProblems({ ...folder, load: { ...folder.load, problems: merged } }, [])).toEqual(merged);
  });
});
