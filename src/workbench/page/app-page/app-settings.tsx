import type { PageEntry } from '../../contract.ts';
import { useSetup } from '../setup.ts';
import { PageView } from './page-view.tsx';

/** The app's settings page, where HubSpot shows it: a tab of the app among the connected ones. */
export function AppSettings({ page }: { readonly page: PageEntry }) {
  const { app } = useSetup();
  return (
    <main className="wb-app-page" data-page={page.id}>
      <header className="wb-app-head">
        <div>
          <div className="wb-quiet">Settings › Integrations › Connected apps</div>
          <h1>{app.name}</h1>
        </div>
      </header>
      <div className="wb-app-tab">
        <span>Settings</span>
      </div>
      <div className="wb-app-body">
        <PageView page={page} />
      </div>
    </main>
  );
}
