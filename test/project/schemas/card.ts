import { bundleIn, exactly, listOf, oneOf, text } from './shared.ts';

/** @source HubSpot docs: App cards reference */
export const card = exactly(
  {
    name: text(),
    description: text(),
    location: oneOf('crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'),
    objectTypes: listOf(oneOf('contacts', 'companies', 'deals', 'tickets'), 1),
    entrypoint: bundleIn('cards'),
    previewImage: exactly({ file: { type: 'string', pattern: '\\.(png|jpe?g|gif)$' }, altText: text() }),
  },
  ['description', 'previewImage'],
);
