import { exactly, httpsAddress, listOf, oneOf, text } from './shared.ts';

const kinds = 'creation|deletion|propertyChange|associationChange|merge|restore';
const active = { type: 'boolean' };
const kindOf = (objects: string) => ({ type: 'string', pattern: `^(${objects})\\.(${kinds})$` });

/** A property is named by subscriptions to changes of properties, and by no others. */
const namesItsProperty = {
  if: { properties: { subscriptionType: { pattern: '\\.propertyChange$' } } },
  then: { required: ['propertyName'] },
  else: { properties: { propertyName: false } },
};

/** @source HubSpot docs: Configure webhooks */
export const webhooks = exactly({
  settings: exactly({
    targetUrl: httpsAddress,
    maxConcurrentRequests: { type: 'integer', minimum: 6, maximum: 100 },
  }),
  subscriptions: exactly({
    crmObjects: listOf({
      ...exactly({ subscriptionType: kindOf('object'), objectType: text(), propertyName: text(), active }, [
        'propertyName',
      ]),
      ...namesItsProperty,
    }),
    legacyCrmObjects: listOf({
      ...exactly(
        { subscriptionType: kindOf('contact|company|deal|ticket|line_item|product'), propertyName: text(), active },
        ['propertyName'],
      ),
      ...namesItsProperty,
    }),
    hubEvents: listOf(
      exactly({
        subscriptionType: oneOf(
          'contact.privacyDeletion',
          'conversation.creation',
          'conversation.deletion',
          'conversation.newMessage',
          'conversation.privacyDeletion',
          'conversation.propertyChange',
        ),
        active,
      }),
    ),
  }),
});
