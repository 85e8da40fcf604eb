import type { DemoCompany } from './demo-companies.ts';
import type { DemoContact, Span } from './demo-contacts.ts';
import type { DemoSignal } from './demo-touches.ts';
import type { Dice } from './dice.ts';
import { OUTCOMES, outcomeOf, type Outcome } from './planted-behavior.ts';
import { DAY_MS, wholeSecond } from './working-time.ts';

/** A company with what others know of it. */
export interface ProfiledCompany extends DemoCompany {
  technologies: string[];
  /** HubSpot's tiers of the ideal customer, or empty. */
  tier: '' | 'tier_1' | 'tier_2' | 'tier_3';
  signals: DemoSignal[];
}

const CRMS = ['hubspot', 'salesforce', 'pipedrive', 'microsoft_dynamics'];
const OTHERS = ['wordpress', 'shopify', 'google_tag_manager', 'cloudflare', 'zendesk', 'intercom', 'hotjar'];
const TOPICS = ['crm', 'lead scoring', 'sales automation', 'revenue reporting', 'marketing attribution'];
const SOURCES = ['review-network', 'research-panel'];

/** How likely a company has a CRM, and how likely others saw it read about our field, by the best that came of its people. */
const HAS_CRM = { unqualified: 0.3, qualified: 0.45, opportunity: 0.6 } as const;
const SHOWS_INTENT = { unqualified: 0.08, qualified: 0.3, opportunity: 0.6 } as const;

/** Each tier up to its share of the ranks; with fewer companies than `FEWEST` nobody keeps tiers. */
const TIERS = [
  { tier: 'tier_1', share: 0.04 },
  { tier: 'tier_2', share: 0.24 },
  { tier: 'tier_3', share: 0.49 },
] as const;
const FEWEST = 100;

/** What tools a company uses, how much the demo company wants it (mostly the larger ones), and signs of interest seen elsewhere. */
export function companyProfiles(
  companies: readonly DemoCompany[],
  leads: readonly DemoContact[],
  span: Span,
  dice: Dice,
): ProfiledCompany[] {
  const people = Map.groupBy(leads, ({ company }) => company.id);
  const wanted = companies.map(({ id, employees }) => ({ id, worth: dice.skewed(employees, Infinity) }));
  const ranks = new Map(
    wanted.sort((a, b) => b.worth - a.worth).map(({ id }, index) => [id, index / companies.length]),
  );
  return companies.map((company) => {
    const own = people.get(company.id) ?? [];
    const best =
      OUTCOMES.findLast((outcome) => own.some(({ reached }) => outcomeOf(reached) === outcome)) ?? 'unqualified';
    const tier =
      companies.length < FEWEST ? '' : (TIERS.find(({ share }) => (ranks.get(company.id) ?? 1) < share)?.tier ?? '');
    return {
      ...company,
      technologies: technologies(best, dice),
      tier,
      signals: intent(company, own, best, span, dice),
    };
  });
}

function technologies(best: Outcome, dice: Dice): string[] {
  if (dice.chance(0.1)) return [];
  const crm = dice.chance(HAS_CRM[best]) ? [dice.pick(CRMS)] : [];
  return [...crm, ...dice.shuffled(OTHERS).slice(0, dice.pick([1, 2, 3]))];
}

/** In the three weeks before the first of its people qualified, or at any time. */
function intent(
  { createdAt }: DemoCompany,
  people: readonly DemoContact[],
  best: Outcome,
  { startAt, endAt }: Span,
  dice: Dice,
): DemoSignal[] {
  if (!dice.chance(SHOWS_INTENT[best])) return [];
  const qualified = Math.min(...people.map(({ reached }) => reached.AQL ?? Infinity));
  const [from, until] = qualified === Infinity ? [startAt, endAt] : [qualified - 21 * DAY_MS, qualified];
  return dice
    .shuffled(TOPICS)
    .slice(0, dice.pick([1, 1, 2, 3]))
    .map((topic) => ({
      at: Math.max(createdAt, wholeSecond(dice.between(from, until))),
      kind: 'intent' as const,
      topic,
      strength: Math.round(dice.between(30, 100)) / 100,
      source: dice.pick(SOURCES),
    }));
}
