import { useState } from 'react';
import type { PageEntry } from '../../contract.ts';
import { useSetup } from '../setup.ts';
import { HeaderSlot } from './header-slot.ts';
import { PageView } from './page-view.tsx';

/** The app's home page as HubSpot lays it out: the app's name with the page's actions, then the whole width. */
export function AppHome({ page }: { readonly page: PageEntry }) {
  const { app } = useSetup();
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  return (
    <main className="wb-app-page" data-page={page.id}>
      <header className="wb-app-head">
        <h1>{app.name}</h1>
        <div className="wb-app-head-actions" ref={setSlot} />
      </header>
      <HeaderSlot.Provider value={slot}>
        <div className="wb-app-body">
          <PageView page={page} />
        </div>
      </HeaderSlot.Provider>
    </main>
  );
}
