import { createTheme, MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Setup } from '../contract.ts';
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
  const path = location.pathname.slice(1);
  if (setup === undefined) return <p className="wb-page-problem">{problem}</p>;
  return (
    <SetupContext.Provider value={setup}>
      <TopBar />
      {path === '' ? <HomePage /> : <RecordPage path={path} />}
    </SetupContext.Provider>
  );
}

createRoot(document.getElementById('page') as HTMLElement).render(
  <MantineProvider theme={theme} forceColorScheme="light">
    <ToastProvider>
      <Page />
    </ToastProvider>
  </MantineProvider>,
);
