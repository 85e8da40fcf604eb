import type { CardEntry, Setup } from '../../contract.ts';
import { me } from '../setup.ts';

/** `context` of a card. @source @hubspot/ui-extensions 0.17, context */
export function cardContext(setup: Setup, card: CardEntry, record: { typeId: string; path: string }) {
  const { userId, email, name } = me(setup);
  const [firstName = '', ...rest] = name.split(' ');
  return {
    location: card.location,
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
    extension: { appId: setup.app.id, appName: setup.app.name, cardTitle: card.title },
    crm: { objectId: Number(record.path.split('/')[1]), objectTypeId: record.typeId },
  };
}
