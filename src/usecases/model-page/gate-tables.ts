import type { Health } from '../health-view.ts';
import { type GroupTold, shareText, type TableTold } from './told-table.ts';

/** Whom the gates let through, stop, or are passed by. */
export const gateGroup = (health: Health): GroupTold => ({
  id: 'gates',
  label: 'Gates and overrides',
  tables: [
    {
      title: 'Overrides',
      note: over(health, 'Stages entered without something they require or ask for.'),
      head: ['Person', 'Stage', 'On our cards', 'In HubSpot itself', 'Missing most often'],
      rows: health.overrides.map(({ person, stage, onCards, inHubSpot, missing }) => [
        person,
        stage,
        `${onCards}`,
        `${inHubSpot}`,
        missing.join(', '),
      ]),
      empty: 'Nobody has gone past a gate without what it asks for.',
    },
    {
      title: 'If it were required',
      note: over(health, 'Of the entries of a stage, those that would not have passed.'),
      head: ['Stage', 'Criterion', 'Entered', 'Would not have'],
      rows: health.wouldBlock.map((each) => [each.stage, each.criterion, `${each.whole}`, shareText(each)]),
      empty: 'No stage that asks for anything was entered yet.',
    },
    {
      title: 'Past the gate without meeting it',
      note: over(health, 'Of the people who entered a stage, those who do not meet its criteria now.'),
      head: ['Stage', 'Criterion', 'Entered', 'Do not meet it now'],
      rows: health.inflation.map((each) => [each.stage, each.criterion, `${each.whole}`, shareText(each)]),
      empty: 'No stage has criteria that can be told for everybody.',
    },
    held(health),
    keptBack(health),
  ],
});

const held = ({ heldPeople }: Health): TableTold => ({
  title: 'Held since the rules changed',
  note: 'Would pass by rules that are new, and have done nothing new since. The most active first; at most 50.',
  head: ['Contact', 'Behavior points', 'Since'],
  rows: heldPeople.map(({ contactId, heldAt, points }) => [
    contactId,
    `${Math.round(points * 10) / 10}`,
    { day: heldAt },
  ]),
  empty: 'Nobody is held.',
});

const keptBack = (health: Health): TableTold => ({
  title: 'Kept back last',
  note: over(health, 'Would be AQLs but for this. The latest first; at most 50.'),
  head: ['Contact', 'Priority', 'Why', 'When', 'Until'],
  rows: health.keptPeople.map(({ contactId, priority, why, at, until }) => [
    contactId,
    priority,
    why,
    { day: at },
    until === null ? '' : { day: until },
  ]),
  empty: 'Nobody was kept back.',
});

/** Who answers offers, how fast, and what comes of them. */
export const workGroup = (health: Health): GroupTold => ({
  id: 'work',
  label: 'Offers: speed, outcome, who decides where',
  tables: [
    {
      title: 'First response and meetings',
      note: over(health, 'Leads by how long the first response took, in elapsed time, and how many came to a meeting.'),
      head: ['Answered', 'Leads', 'Came to a meeting'],
      rows: health.response.map((each) => [each.bucket, `${each.whole}`, shareText(each)]),
      empty: '',
    },
    {
      title: 'What became of leads',
      note: over(health, 'Leads that were offered.'),
      head: ['Outcome', 'Leads'],
      rows: health.outcomes.map(({ label, count }) => [label, `${count}`]),
      empty: 'No lead was offered yet.',
    },
    {
      title: 'Where offers are decided',
      note: over(health, 'All offers by owner. Late: past their clock, answered or not.'),
      head: ['Owner', 'On our cards', 'In HubSpot itself', 'Open', 'Late'],
      rows: health.adoption.map((each) => [
        each.owner,
        ...[each.onCards, each.inHubSpot, each.open, each.late].map(String),
      ]),
      empty: 'Nothing was offered yet.',
    },
  ],
});

const over = ({ days }: Health, what: string): string => `The last ${days} days. ${what}`;
