import {
  ANSWER_PROPERTIES,
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_PROPERTIES,
  FUNNEL_METRIC,
  GROUP,
  type OwnedProperty,
} from './schema.ts';

/** The page that lists what we own in HubSpot, from the same definitions that provisioning uses. */
export function propertyDocs(): string {
  return [
    '# What does it write in HubSpot?',
    '',
    `Properties in the group \`${GROUP.name}\` (${GROUP.label}), ours but for the answers: an edit by hand is overwritten when the record next`,
    'changes. They tell of observed stages only; a skipped stage has no date. Rates and medians are published weekly, on open journeys.',
    '',
    '## Contacts',
    '',
    ...table(CONTACT_PROPERTIES),
    '',
    '### Answers of discovery',
    '',
    'Shared with people: what somebody writes here is an answer as if given on a card, the latest one counts, and none is written over.',
    'Answers to questions you invent beside these stay in the app, on its cards.',
    '',
    ...table(ANSWER_PROPERTIES),
    '',
    '## Companies',
    '',
    ...table(COMPANY_PROPERTIES),
    '',
    '## Deals',
    '',
    ...table(DEAL_PROPERTIES),
    '',
    `## ${FUNNEL_METRIC.labels.plural} (custom object \`${FUNNEL_METRIC.name}\`)`,
    '',
    `${FUNNEL_METRIC.description} The last 13 months and the total, all journeys and the 25 largest channels, each pair of neighboring`,
    'stages. Portals without custom objects go without; everything else works.',
    '',
    ...table(FUNNEL_METRIC.properties),
    '',
  ].join('\n');
}

const table = (properties: readonly OwnedProperty[]): string[] => [
  '| property | type | meaning |',
  '| --- | --- | --- |',
  ...properties.map(({ name, type, description }) => `| \`${name}\` | ${type} | ${description} |`),
];
