import type { CardEntry, PageEntry, Setup } from '../../contract.ts';
import { me } from '../setup.ts';

/** The record that a card stands on. */
export interface OnRecord {
  readonly typeId: string;
  /** Such as `contacts/17`. */
  readonly path: string;
}

/** What an extension's `context` says wherever it stands. @source @hubspot/ui-extensions 0.17, context */
function baseContext(setup: Setup) {
  const { userId, email, name } = me(setup);
  const [firstName = '', ...rest] = name.split(' ');
  return {
    user: {
      id: userId,
      email,
      emails: [email],
      firstName,
      lastName: rest.join(' '),
      roles: [],
      teams: [],
      locale: 'en-gb',
      language: 'en',
      permissions: [],
    },
    portal: { id: setup.portal.id, timezone: setup.portal.timeZone },
    variables: setup.variables,
  };
}

/** `context` of a card. */
export function cardContext(setup: Setup, card: CardEntry, record: OnRecord) {
  return {
    ...baseContext(setup),
    location: card.location,
    extension: { appId: setup.app.id, appName: setup.app.name, cardTitle: card.title },
    crm: { objectId: Number(record.path.split('/')[1]), objectTypeId: record.typeId },
  };
}

/** `context` of the home page or the settings page: no record. */
export function pageContext(setup: Setup, { location }: PageEntry) {
  return {
    ...baseContext(setup),
    location,
    extension: { appId: setup.app.id, appName: setup.app.name },
  };
}
