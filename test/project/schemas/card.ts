import { exactly, listOf, oneOf, text } from './shared.ts';

/** @source HubSpot docs: App cards reference */
export const card = exactly(
  {
    name: text(),
    description: text(),
    location: oneOf('crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'),
    objectTypes: listOf(oneOf('contacts', 'companies', 'deals', 'tickets'), 1),
    entrypoint: { type: 'string', pattern: '^/app/cards/[^/]+\\.(js|jsx|ts|tsx)$' },
    previewImage: exactly({ file: { type: 'string', pattern: '\\.(png|jpe?g|gif)$' }, altText: text() }),
  },
  ['description', 'previewImage'],
);
