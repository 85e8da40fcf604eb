import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MalformedDeliveryError, type Understood } from '../../usecases/ports.ts';
import { defaultSubscriptions } from '../../wire/hubspot/subscriptions.ts';
import { createWebhookReader } from './webhook-reader.ts';

const AT = 1_790_000_000_000;
const KNOWN_AT = AT + 5_000;
const FOLLOWED = {
  contact: new Set(['lifecyclestage']),
  company: new Set(['industry']),
  deal: new Set(['dealstage', 'amount']),
};

const reader = createWebhookReader(FOLLOWED, '7');
const common = { portalId: 900, appId: 7, eventId: 100, subscriptionId: 1, occurredAt: AT, attemptNumber: 0 };
const event = (subscriptionType: string, more: object = {}) => ({ ...common, subscriptionType, ...more });
const understand = (input: unknown) => reader.understand(input, KNOWN_AT);
const change = (type: string, propertyName: string, propertyValue?: unknown, more: object = {}) =>
  event(`${type}.propertyChange`, { objectId: 123, propertyName, propertyValue, ...more });

const told = { at: AT, knownAt: KNOWN_AT };
const contact = { type: 'contact', id: '123' };
const observed = (observations: readonly object[], read: readonly object[]) => ({
  kind: 'observed',
  observations,
  read,
});
const ignored = (reason: string) => ({ kind: 'ignored', reason });

describe('a property change', () => {
  const source = { changeSource: 'CRM_UI', sourceId: 'userId:5' };

  test('is a fact of its own time, and the record is read if we do not know it', () => {
    const fact = { record: contact, property: 'lifecyclestage', value: 'lead', dated: true };
    const when = { occurredAt: AT, knownAt: KNOWN_AT };
    expect(understand(change('contact', 'lifecyclestage', 'lead', source))).toEqual(
      observed(
        [{ kind: 'changed', fact: { ...fact, ...when }, sourceType: 'CRM_UI', sourceId: 'userId:5' }],
        [{ ...contact, always: false }],
      ),
    );
  });

  test.each([
    ['cleared', null, ''],
    ['left out', undefined, ''],
    ['a number', 1200.5, '1200.5'],
    ['a truth value', true, 'true'],
    ['text', ' Größe 🙂 ', ' Größe 🙂 '],
  ])('whose value is %s', (_kind, given, value) => {
    expect(understand(change('deal', 'amount', given))).toMatchObject({ observations: [{ fact: { value } }] });
  });

  test('of a property that carries nothing is ignored, so that nothing personal goes into the history', () => {
    expect(understand(change('contact', 'email', 'ada@first.example'))).toEqual(ignored('property not followed'));
    expect(understand(change('company', 'name', 'Acme'))).toEqual(ignored('property not followed'));
    expect(understand(change('company', 'industry', 'BANKING'))).toMatchObject({ kind: 'observed' });
    expect(understand(change('deal', 'lifecyclestage', 'lead'))).toEqual(ignored('property not followed'));
  });
});

describe('a record', () => {
  test('that was created is read', () => {
    expect(understand(event('contact.creation', { objectId: 123 }))).toEqual(
      observed([], [{ ...contact, always: false }]),
    );
  });

  test('that was deleted is gone from then on', () => {
    expect(understand(event('contact.deletion', { objectId: 123 }))).toEqual(
      observed([{ kind: 'deleted', record: contact, ...told }], []),
    );
  });

  test('that came back is read again, known or not', () => {
    expect(understand(event('contact.restore', { objectId: 123 }))).toEqual(
      observed([{ kind: 'restored', record: contact, ...told }], [{ ...contact, always: true }]),
    );
  });

  test('may be a company', () => {
    const company = { type: 'company', id: '8' };
    expect(understand(event('company.creation', { objectId: 8 }))).toEqual(
      observed([], [{ ...company, always: false }]),
    );
    expect(understand(event('company.deletion', { objectId: 8 }))).toMatchObject({
      observations: [{ kind: 'deleted', record: company, ...told }],
    });
    expect(understand(event('company.restore', { objectId: 8 }))).toMatchObject({
      observations: [{ kind: 'restored', record: company, ...told }],
      read: [{ ...company, always: true }],
    });
  });

  test('of a type we do not follow changes nothing', () => {
    expect(understand(event('ticket.creation', { objectId: 1 }))).toEqual(ignored('object type not followed'));
    expect(understand(event('object.creation', { objectId: 1, objectTypeId: '0-136' }))).toEqual(
      ignored('object type not followed'),
    );
    expect(understand(event('object.creation', { objectId: 1 }))).toEqual(ignored('object type not followed'));
  });

  test('of a generic event goes by its object type', () => {
    expect(understand(event('object.deletion', { objectId: 5, objectTypeId: '0-3' }))).toMatchObject({
      observations: [{ kind: 'deleted', record: { type: 'deal', id: '5' } }],
    });
  });
});

describe('a merge', () => {
  const merged = (id: string, into: string) => ({ kind: 'merged', record: { type: 'contact', id }, into, ...told });

  test('ends the records that were merged away, and reads the survivor again', () => {
    const input = event('contact.merge', { primaryObjectId: 1, mergedObjectIds: [2, 3] });
    expect(understand(input)).toEqual(
      observed([merged('2', '1'), merged('3', '1')], [{ type: 'contact', id: '1', always: true }]),
    );
  });

  test('into a new id ends the primary record too', () => {
    const input = event('contact.merge', { primaryObjectId: 1, mergedObjectIds: [2, 1], newObjectId: 9 });
    expect(understand(input)).toEqual(
      observed([merged('2', '9'), merged('1', '9')], [{ type: 'contact', id: '9', always: true }]),
    );
  });

  test('of companies is one of companies', () => {
    expect(understand(event('company.merge', { primaryObjectId: 1, mergedObjectIds: [2] }))).toMatchObject({
      observations: [{ kind: 'merged', record: { type: 'company', id: '2' }, into: '1' }],
      read: [{ type: 'company', id: '1', always: true }],
    });
  });

  test('never merges a record into itself', () => {
    const input = event('contact.merge', { primaryObjectId: 1, mergedObjectIds: [1, 1] });
    expect(understand(input)).toEqual(observed([], [{ type: 'contact', id: '1', always: true }]));
  });
});

describe('an association', () => {
  const pair = { contactId: '1', dealId: '5' };
  const from1to5 = { fromObjectId: 1, toObjectId: 5 };
  const from5to1 = { fromObjectId: 5, toObjectId: 1 };
  const known = [
    { type: 'contact', id: '1', always: false },
    { type: 'deal', id: '5', always: false },
  ];

  test.each([
    ['named from the contact', 'contact', { associationType: 'CONTACT_TO_DEAL', ...from1to5 }],
    ['named from the deal', 'deal', { associationType: 'DEAL_TO_CONTACT', ...from5to1 }],
    ['with type ids', 'object', { fromObjectTypeId: '0-1', toObjectTypeId: '0-3', ...from1to5 }],
    ['with type ids, from the deal', 'object', { fromObjectTypeId: '0-3', toObjectTypeId: '0-1', ...from5to1 }],
  ])('of contact and deal is the same, %s', (_form, type, ends) => {
    for (const [associationRemoved, kind] of [
      [false, 'associated'],
      [true, 'dissociated'],
    ] as const) {
      const input = event(`${type}.associationChange`, { ...ends, associationRemoved });
      expect(understand(input)).toEqual(observed([{ kind, ...pair, ...told, dated: true }], known));
    }
  });

  test.each([
    ['named from the contact', 'contact', { associationType: 'CONTACT_TO_COMPANY', ...from1to5 }],
    ['named from the company', 'company', { associationType: 'COMPANY_TO_CONTACT', ...from5to1 }],
    ['with type ids', 'object', { fromObjectTypeId: '0-1', toObjectTypeId: '0-2', ...from1to5 }],
  ])('of contact and company says that the primary one is to be asked for, %s', (_form, type, ends) => {
    for (const isRemoved of [false, true]) {
      const input = event(`${type}.associationChange`, { ...ends, associationRemoved: isRemoved });
      expect(understand(input)).toEqual({
        kind: 'observed',
        observations: [],
        read: [
          { type: 'contact', id: '1', always: false },
          { type: 'company', id: '5', always: false },
        ],
        companyChanges: [{ contactId: '1', companyId: '5', at: AT, isRemoved }],
      });
    }
  });

  test('of anything else is ignored', () => {
    for (const associationType of ['DEAL_TO_COMPANY', 'CONTACT_TO_TICKET', 'CONTACT_TO_CONTACT', 'LINE_ITEM_TO_DEAL']) {
      const input = event('contact.associationChange', { associationType, ...from1to5 });
      expect(understand(input)).toEqual(ignored('association not followed'));
    }
    expect(understand(event('deal.associationChange', from5to1))).toEqual(ignored('association not followed'));
  });
});

describe('what is not for us', () => {
  test('comes from another app', () => {
    const theirs = { ...change('contact', 'lifecyclestage', 'lead'), appId: 8 };
    expect(understand(theirs)).toEqual(ignored('another app'));
    const { appId: _appId, ...unnamed } = theirs;
    expect(understand(unnamed).kind).toBe('observed');
    expect(createWebhookReader(FOLLOWED, undefined).understand(theirs, KNOWN_AT).kind).toBe('observed');
  });

  test.each(['conversation.newMessage', 'contact.somethingNew', 'contact.privacyDeletion'])('is a %s', (type) => {
    expect(understand(event(type, { objectId: 1 }))).toEqual(
      ignored(type.startsWith('contact') ? 'subscription type not followed' : 'object type not followed'),
    );
  });

  test('no subscription of the app is a stranger to its reader', () => {
    const complete = { objectId: 1, primaryObjectId: 1, mergedObjectIds: [2], fromObjectId: 1, toObjectId: 2 };
    const strange = defaultSubscriptions
      .map(({ subscriptionType, propertyName }) => understand(event(subscriptionType, { ...complete, propertyName })))
      .filter((meaning) => meaning.kind === 'unreadable' || isUnknownType(meaning));
    expect(strange).toEqual([]);
  });

  const isUnknownType = (meaning: Understood) =>
    meaning.kind === 'ignored' && /^(object|subscription) type/.test(meaning.reason);
});

describe('an event that cannot be read', () => {
  const { occurredAt: _occurredAt, ...timeless } = event('contact.creation', { objectId: 1 });
  test.each<[string, unknown, string]>([
    ['no object', 'text', 'event: '],
    ['nothing', null, 'event: '],
    ['of no type', { ...common }, 'subscriptionType: '],
    ['without a time', timeless, 'occurredAt: '],
    ['with half a millisecond', event('contact.creation', { objectId: 1, occurredAt: AT + 0.5 }), 'occurredAt: '],
    ['without a record', event('deal.creation'), 'objectId: '],
    ['with a record that is no number', event('deal.creation', { objectId: 'x' }), 'objectId: '],
    ['with a negative record', event('deal.creation', { objectId: -1 }), 'objectId: '],
    ['without its property', event('contact.propertyChange', { objectId: 1 }), 'propertyName: '],
    ['with a value of many parts', change('deal', 'amount', { sum: 1 }), 'propertyValue: '],
    ['a merge of nothing', event('contact.merge', { primaryObjectId: 1 }), 'mergedObjectIds: '],
    ['a link with one end', event('deal.associationChange', { fromObjectId: 1 }), 'toObjectId: '],
  ])('says which field is at fault: %s', (_what, input, start) => {
    const meaning = understand(input);
    expect(meaning).toMatchObject({ kind: 'unreadable' });
    expect(meaning.kind === 'unreadable' && meaning.reason).toMatch(new RegExp(`^${start}[^;]+$`));
  });

  test.each([
    ['in seconds', Math.floor(AT / 1_000)],
    ['before HubSpot', Date.UTC(2005, 11, 31)],
    ['eleven minutes ahead of us', KNOWN_AT + 11 * 60_000],
  ])('has no plausible moment: %s', (_moment, occurredAt) => {
    expect(understand(event('contact.creation', { objectId: 1, occurredAt }))).toEqual({
      kind: 'unreadable',
      reason: `occurredAt ${occurredAt} is no plausible moment`,
    });
  });

  test('a clock of HubSpot’s that is ten minutes ahead is forgiven', () => {
    const ahead = { objectId: 1, occurredAt: KNOWN_AT + 10 * 60_000 };
    expect(understand(event('contact.deletion', ahead)).kind).toBe('observed');
  });

  test('never repeats a value, which may be personal', () => {
    const secret = 'ada@first.example';
    const inputs = [
      event('contact.creation', { objectId: secret }),
      event('contact.merge', { primaryObjectId: secret, mergedObjectIds: secret }),
      { ...common, occurredAt: secret, portalId: secret, subscriptionType: 'contact.creation' },
      change('contact', 'lifecyclestage', [secret]),
    ];
    for (const input of inputs) expect(JSON.stringify(understand(input))).not.toContain(secret);
  });

  test('is an answer, never an error, whatever it holds', () => {
    const kinds = ['creation', 'deletion', 'restore', 'merge', 'associationChange', 'propertyChange', 'x', ''];
    const input = fc.record(
      {
        subscriptionType: fc.oneof(fc.constantFrom(...kinds.map((kind) => `contact.${kind}`)), fc.jsonValue()),
        portalId: fc.jsonValue(),
        occurredAt: fc.oneof(fc.constant(AT), fc.jsonValue()),
        objectId: fc.oneof(fc.nat(), fc.jsonValue()),
        propertyName: fc.oneof(fc.constant('lifecyclestage'), fc.jsonValue()),
        propertyValue: fc.jsonValue(),
        mergedObjectIds: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(input, fc.jsonValue()), (any) => {
        expect(['observed', 'ignored', 'unreadable']).toContain(understand(any).kind);
      }),
    );
  });
});

describe('a delivery', () => {
  const split = (body: unknown) => reader.split(typeof body === 'string' ? body : JSON.stringify(body));

  test('is split by portal, each part in the order it came', () => {
    const events = [
      { portalId: 900, n: 1 },
      { portalId: '901', n: 2 },
      { portalId: 900, n: 3 },
    ];
    const { byPortal, orphans } = split(events);
    expect([...byPortal].map(([portal, part]) => [portal, reader.events(part)])).toEqual([
      ['900', [events[0], events[2]]],
      ['901', [events[1]]],
    ]);
    expect(orphans).toEqual([]);
  });

  test('keeps events apart that name no portal', () => {
    const nameless = [
      null,
      5,
      'x',
      [],
      {},
      { portalId: null },
      { portalId: 0 },
      { portalId: '0900' },
      { portalId: -1 },
    ];
    const { byPortal, orphans } = split([...nameless, { portalId: 900 }, { portalId: "1'; drop table inbox" }]);
    expect([...byPortal.keys()]).toEqual(['900']);
    expect(orphans).toEqual([...nameless.map((each) => JSON.stringify(each)), `{"portalId":"1'; drop table inbox"}`]);
  });

  test('keeps every digit of an id beyond 2^53', () => {
    const { byPortal } = split('[{"portalId":900,"objectId":9007199254740993}]');
    expect(reader.events(byPortal.values().next().value ?? '')).toEqual([
      { portalId: 900, objectId: '9007199254740993' },
    ]);
  });

  test('of no events is none', () => {
    expect(split([])).toEqual({ byPortal: new Map(), orphans: [] });
  });

  test.each(['', 'null', '{}', '{"portalId":900}', '"[]"', '[', '[{]', '[1,]', '\u0000', `${'['.repeat(100_000)}`])(
    'that is no JSON array is refused as a whole: %.20s',
    (body) => {
      expect(() => split(body)).toThrow(MalformedDeliveryError);
    },
  );
});
