import type { CrmContext, CrmHostActions, UiePlatformActions } from '@hubspot/ui-extensions';

/** What HubSpot hands to a card on a record. */
export interface CardApi {
  readonly context: CrmContext;
  readonly actions: CrmHostActions & UiePlatformActions;
}

/** The address of our backend, which the profile of the HubSpot project sets; `undefined` when it sets none. */
export function backendOrigin({ variables }: Pick<CrmContext, 'variables'>): string | undefined {
  const origin = variables?.['API_ORIGIN'];
  return typeof origin === 'string' ? origin : undefined;
}
