import { exactly, httpsAddress, listOf, oneOf, text } from './shared.ts';

const typeDefinition = exactly(
  {
    name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
    type: oneOf('bool', 'date', 'datetime', 'enumeration', 'number', 'phone_number', 'string'),
    fieldType: oneOf(
      'booleancheckbox',
      'checkbox',
      'date',
      'file',
      'html',
      'number',
      'phonenumber',
      'radio',
      'select',
      'text',
      'textarea',
    ),
    options: listOf(exactly({ value: text(), label: text() }), 1),
    referencedObjectType: oneOf('OWNER'),
  },
  ['options', 'referencedObjectType'],
);

const labelled = { type: 'object', additionalProperties: text() };

/** @source HubSpot docs: Custom workflow actions */
export const workflowAction = exactly(
  {
    actionUrl: httpsAddress,
    isPublished: { type: 'boolean' },
    supportedClients: listOf(exactly({ client: oneOf('WORKFLOWS', 'AGENTS') }), 1),
    objectTypes: listOf(oneOf('CONTACT', 'COMPANY', 'DEAL', 'TICKET'), 1),
    inputFields: listOf(
      exactly({
        typeDefinition,
        supportedValueTypes: listOf(oneOf('STATIC_VALUE', 'OBJECT_PROPERTY'), 1),
        isRequired: { type: 'boolean' },
      }),
    ),
    outputFields: listOf(exactly({ typeDefinition })),
    labels: exactly({
      en: exactly(
        {
          actionName: text(),
          actionDescription: text(),
          actionCardContent: text(),
          inputFieldLabels: labelled,
          inputFieldDescriptions: labelled,
          outputFieldLabels: labelled,
        },
        ['inputFieldDescriptions'],
      ),
    }),
  },
  ['outputFields'],
);
