import { exactly, httpsAddress, httpsOrigin, listOf, oneOf, text } from './shared.ts';

const scopes = listOf({ type: 'string', pattern: '^[a-z][a-z0-9_.-]*$' });

/** @source HubSpot docs: App configuration; the official templates of platform 2026.09 */
export const application = exactly(
  {
    name: text(200),
    description: text(),
    distribution: oneOf('private', 'marketplace'),
    auth: exactly({
      type: oneOf('oauth', 'static'),
      redirectUrls: listOf(httpsAddress, 1),
      requiredScopes: { ...scopes, minItems: 1 },
      optionalScopes: scopes,
      conditionallyRequiredScopes: scopes,
    }),
    permittedUrls: exactly({
      fetch: listOf(httpsOrigin, 1),
      iframe: listOf(httpsAddress),
      img: listOf(httpsAddress),
    }),
    support: exactly(
      { supportEmail: text(), documentationUrl: httpsAddress, supportUrl: httpsAddress, supportPhone: text() },
      ['supportEmail', 'documentationUrl', 'supportUrl', 'supportPhone'],
    ),
  },
  ['support'],
);
