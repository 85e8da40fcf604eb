import { createTheme, MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Setup } from '../contract.ts';
import { AppHome } from './app-page/app-home.tsx';
import { AppSettings } from './app-page/app-settings.tsx';
import { HomePage } from './home/home-page.tsx';
import { RecordPage } from './record/record-page.tsx';
import { getJson } from './server.ts';
import { SetupContext } from './setup.ts';
import { ToastProvider } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';

const theme = createTheme({
  fontFamily: "'Lexend', 'Open Sans', system-ui, -apple-system, 'Segoe UI', sans-serif",
  defaultRadius: 'sm',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontWeight: '600' },
});

function Page() {
  const [setup, setSetup] = useState<Setup>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    getJson<Setup>('/api/setup').then(setSetup, (error: Error) => setProblem(error.message));
  }, []);
  if (setup === undefined) return <p className="wb-page-problem">{problem}</p>;
  return (
    <SetupContext.Provider value={setup}>
      <TopBar />
      <Shown path={location.pathname.slice(1)} pages={setup.pages} />
    </SetupContext.Provider>
  );
}

/** What stands at an address. */
function Shown({ path, pages }: { readonly path: string; readonly pages: Setup['pages'] }) {
  if (path === '') return <HomePage />;
  const home = pages.find(({ location }) => location === 'home');
  const settings = pages.find(({ location }) => location === 'settings');
  if (path === 'app') return home ? <AppHome page={home} /> : <Missing what="home page" />;
  if (path === 'settings') return settings ? <AppSettings page={settings} /> : <Missing what="settings page" />;
  return <RecordPage path={path} />;
}

const Missing = ({ what }: { readonly what: string }) => (
  <p className="wb-page-problem">The project has no {what} yet.</p>
);

createRoot(document.getElementById('page') as HTMLElement).render(
  <MantineProvider theme={theme} forceColorScheme="light">
    <ToastProvider>
      <Page />
    </ToastProvider>
  </MantineProvider>,
);
