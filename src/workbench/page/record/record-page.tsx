import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { RecordFeed } from '../record-feed.ts';
import { useSetup } from '../setup.ts';
import { MiddleColumn } from './middle-column.tsx';
import { PropertiesColumn } from './properties-column.tsx';
import { RecordHead } from './record-head.tsx';
import { SideColumn } from './side-column.tsx';

/** A record as HubSpot lays it out: properties left, activity and tab cards in the middle, sidebar cards and associations right. */
export function RecordPage({ path }: { readonly path: string }) {
  const setup = useSetup();
  const feed = useMemo(() => new RecordFeed(path), [path]);
  const { view, problem } = useSyncExternalStore(feed.subscribe, feed.state);
  useEffect(() => feed.start(), [feed]);
  const title = view?.title;
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
  const type = view?.type;
  const cards = useMemo(
    () => setup.cards.filter(({ objectTypes }) => type !== undefined && objectTypes.includes(type)),
    [setup, type],
  );
  if (view === undefined) return <p className="wb-page-problem">{problem ?? 'Loading…'}</p>;
  return (
    <main className="wb-record">
      <RecordHead view={view} feed={feed} />
      <PropertiesColumn view={view} feed={feed} />
      <MiddleColumn view={view} feed={feed} cards={cards.filter(({ location }) => location === 'crm.record.tab')} />
      <SideColumn view={view} feed={feed} cards={cards.filter(({ location }) => location === 'crm.record.sidebar')} />
    </main>
  );
}
