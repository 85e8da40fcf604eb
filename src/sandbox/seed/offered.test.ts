import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { nextMove, type PortalView } from './next-move.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);
const MINUTE = 60_000;

describe('what waits for a decision is left alone', () => {
  const contact = (id: string, more: Record<string, string>) => {
    return { id, properties: { lifecyclestage: 'marketingqualifiedlead', hs_lead_status: 'NEW', ...more } };
  };
  const deal = (id: string, more: Record<string, string>) => {
    return { id, properties: { pipeline: 'default', dealstage: 'appointmentscheduled', ...more } };
  };
  const offered: PortalView = {
    contacts: [
      contact('1', { l2r_sla_status: 'running' }),
      contact('2', { recent_conversion_date: new Date(now - MINUTE).toISOString() }),
    ],
    deals: [deal('3', { l2r_mqo_status: 'offered' })],
    associations: [{ fromType: 'deal', fromId: '3', toType: 'contact', toId: '1' }],
  };
  const moved = (view: PortalView, at = now) =>
    new Set(
      Array.from({ length: 300 }, (_, seed) => {
        const move = nextMove(view, seededRandom(seed), at);
        return move?.kind === 'update' ? move.id : undefined;
      }),
    );

  test('an offered contact or deal, and a raised hand that no app has seen yet', () => {
    expect(moved(offered)).toEqual(new Set([undefined]));
  });

  test('nothing else', () => {
    const contacts = [...offered.contacts, contact('4', { l2r_sla_status: 'met' })];
    const deals = [...offered.deals, deal('5', { l2r_mqo_status: 'accepted' })];
    expect(moved({ ...offered, contacts, deals })).toEqual(new Set(['4', '5']));
  });

  test('a raised hand only for ten minutes', () => {
    expect(moved(offered, now + 9 * MINUTE)).toEqual(new Set(['2']));
  });
});

describe('a contact follows its deals', () => {
  const after = (lifecyclestage: string, dealstage: string) =>
    nextMove(
      {
        contacts: [{ id: '1', properties: { lifecyclestage, hs_lead_status: 'OPEN_DEAL' } }],
        deals: [{ id: '2', properties: { pipeline: 'default', dealstage } }],
        associations: [{ fromType: 'contact', fromId: '1', toType: 'deal', toId: '2' }],
      },
      seededRandom(1),
      now,
    );

  test('and becomes a customer when one is won', () => {
    expect(after('opportunity', 'closedwon')).toMatchObject({ id: '1', properties: { lifecyclestage: 'customer' } });
  });

  test.each(['customer', 'evangelist', 'other'])('but never back from %s', (stage) => {
    expect(after(stage, 'closedwon')).toBeUndefined();
  });
});
