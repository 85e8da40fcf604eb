import type { WorkRules } from '../domain/definitions/work-rules.ts';
import type { Journey } from '../domain/journey/journey.ts';
import type { NameOf } from '../domain/predicate/describe.ts';
import { factNames } from '../domain/predicate/fact-labels.ts';
import type { Barrier } from '../domain/qualification/barrier.ts';
import { explainStanding } from '../domain/qualification/explain-standing.ts';
import { type Rules, rulesOf } from '../domain/qualification/rules.ts';
import { isAskedAbout } from '../domain/qualification/walk-person.ts';
import type { ReceiptGroup, ReceiptLine } from '../domain/scoring/receipt.ts';
import { cellOf } from '../domain/scoring/score.ts';
import { isAcceleration } from '../domain/touch/acceleration.ts';
import { noonOf, startOfDay } from '../domain/values/calendar.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import { barrierAt, factsAbout } from './assess-people.ts';
import { decidePeople } from './decide-people.ts';
import { disqualifiedView } from './disqualification-view.ts';
import { barredPeople } from './disqualified-addresses.ts';
import type { Neighborhood, Owner, PersonAssessment, PersonState, PortalSettings, PortalTransaction } from './ports.ts';
import type { CardNeeds } from './read-cards.ts';
import { asHeard } from './people-records.ts';

export interface WhyCardNeeds extends CardNeeds {
  /** What the portal calls its properties, by `contact.…` and `company.…`. */
  readonly propertyLabels: (portalId: PortalId) => Promise<ReadonlyMap<string, string>>;
}

/**
 * What the card *Why this lead* shows of a contact, from our own store alone: how they stand before the gate to AQL now, or as it was
 * known at an instant of the past, by the definitions in force then.
 *
 * @param asked  an ISO instant, or a day `YYYY-MM-DD` of the reporting zone, whose end is meant; undefined for now
 */
export async function readWhyCard(
  portalId: PortalId,
  contactId: RecordId,
  asked: string | undefined,
  needs: WhyCardNeeds,
) {
  const names = factNames(await needs.propertyLabels(portalId));
  // A rep says "Behavior is 28.4".
  const nameOf = (fact: string) => (fact.startsWith('score.') ? names(fact).replace(/ points$/, '') : names(fact));
  return needs.store.inPortal(portalId, async (tx) => {
    const settings = await tx.settings();
    const now = needs.clock();
    const at = asked === undefined ? now : Math.min(now, instantOf(asked, settings.timeZone));
    const isPast = at < now;
    const definitions = isPast ? await tx.definitionsAt(at) : settings.definitions;
    const rules = rulesOf(definitions);
    const answer = { zone: settings.timeZone, contactId, at, isPast, version: definitions.version };
    if (!rules) return { ...answer, standing: null, unscored: 'no_rules' as const };
    const view = await standingOf(tx, contactId, { at, isPast, rules, settings: { ...settings, definitions } }, nameOf);
    return { ...answer, standing: view ?? null, unscored: view ? null : ('nothing_known' as const) };
  });
}

const instantOf = (text: string, zone: string): Instant =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? startOfDay(noonOf(text, zone) + DAY_MS, zone) - 1 : Date.parse(text);

interface Asked {
  readonly at: Instant;
  readonly isPast: boolean;
  readonly rules: Rules;
  readonly settings: PortalSettings;
}

async function standingOf(tx: PortalTransaction, contactId: RecordId, asked: Asked, nameOf: NameOf) {
  const { at, rules, settings } = asked;
  const near = await tx.neighborhood([{ type: 'contact', id: contactId }]);
  const facts = factsAbout(contactId, near)
    .map((fact) => asHeard(fact, settings.connectedAt))
    .filter(({ knownAt }) => knownAt <= at);
  if (!facts.some((fact) => isAskedAbout(fact, rules))) return undefined;
  const { assessment, receipt, ...explained } = explainStanding(facts, at, rules, nameOf);
  const { score } = receipt;
  const { gate, passes, purchased, excluded } = assessment;
  const person = decidePeople(near, settings).people.find((each) => each.contactId === contactId);
  return {
    cell: cellOf(score),
    grade: score.grade,
    band: score.band,
    fitUnits: score.fit,
    behaviorUnits: score.behavior,
    gate: gate ? { label: gate.label, mode: gate.mode } : null,
    passes,
    ...explained,
    barrier: await barrierView(tx, person, near, asked),
    vetoes: receipt.vetoes,
    exclusion: rules.qualification.exclusions.find(({ id }) => id === excluded)?.label ?? null,
    isPurchased: purchased,
    behavior: receipt.behavior.map((group) => groupView(group, person?.journeys ?? [])),
    grades: rules.scoring.fit.grades.map(({ grade, from }) => ({ name: grade, from })),
    bands: rules.scoring.behavior.bands.map(({ band, from }) => ({ name: band, from })),
  };
}

async function barrierView(tx: PortalTransaction, person: PersonState | undefined, near: Neighborhood, asked: Asked) {
  const { at, isPast, rules, settings } = asked;
  if (!person) return null;
  const { contactId } = person;
  const barred = new Map([...(await barredPeople(tx, near))].filter(([, since]) => since <= at));
  const needs = { handoffs: await tx.handoffs([contactId], []), barred };
  const barrier = barrierAt(at, person, factsAbout(contactId, near), near, settings, rules, needs);
  const stored = isPast ? undefined : (await tx.assessments([contactId])).get(contactId);
  const own = near.contacts.get(contactId)?.facts.filter(({ knownAt }) => knownAt <= at) ?? [];
  const disqualified = { facts: own, barredAt: barred.get(contactId) };
  return toView(barrier, stored, disqualified, settings.definitions.work, await tx.owners());
}

function toView(
  barrier: Barrier | undefined,
  stored: PersonAssessment | undefined,
  disqualified: Parameters<typeof disqualifiedView>[0],
  work: WorkRules | undefined,
  owners: readonly Owner[],
) {
  switch (barrier?.why) {
    case 'disqualified':
      return { kind: 'disqualified' as const, ...disqualifiedView(disqualified, work, owners) };
    case 'embargo':
      return { kind: 'embargo' as const, until: barrier.until ?? 0 };
    case 'being_worked':
      return { kind: 'being_worked' as const };
    case undefined:
      return stored?.heldAt === undefined ? null : { kind: 'held' as const, since: stored.heldAt };
  }
}

/** So many of what happened are told one by one; the rest is summed up. */
const MOST_LINES = 25;

function groupView({ id, label, units, lines }: ReceiptGroup, journeys: readonly Journey[]) {
  const happened = lines.filter(({ kind }) => kind === 'event');
  const older = happened.slice(MOST_LINES);
  const sum = (of: (line: ReceiptLine) => number) => older.reduce((total, line) => total + of(line), 0);
  const rest: ReceiptLine = {
    id: 'older',
    label: `${older.length} older`,
    units: sum((line) => line.units),
    freshUnits: sum((line) => line.freshUnits ?? 0),
    kind: 'event',
  };
  const shown = [...happened.slice(0, MOST_LINES), ...(older.length > 0 ? [rest] : [])];
  const told = [...shown, ...lines.filter(({ kind }) => kind !== 'event')];
  return { id, label, units, lines: told.map((line) => lineView(line, journeys)) };
}

const lineView = ({ at, freshUnits, ...line }: ReceiptLine, journeys: readonly Journey[]) => ({
  ...line,
  at: at ?? null,
  freshUnits: freshUnits ?? null,
  isAcceleration: at !== undefined && isAcceleration(at, journeys),
});
