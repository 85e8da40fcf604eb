import { useMemo } from 'react';
import type { PageEntry } from '../../contract.ts';
import { pageContext } from '../extension/context.ts';
import { pageCrm } from '../extension/crm.ts';
import { ExtensionView, type Place } from '../extension/extension-view.tsx';
import { useSetup } from '../setup.ts';

/** The app's home page or settings page, running. */
export function PageView({ page }: { readonly page: PageEntry }) {
  const setup = useSetup();
  const place = useMemo((): Place => ({ crm: pageCrm, context: pageContext(setup, page), actions: {} }), [setup, page]);
  return <ExtensionView id={page.id} place={place} />;
}
