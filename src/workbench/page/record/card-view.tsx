import { useMemo } from 'react';
import type { CardEntry } from '../../contract.ts';
import { recordActions } from '../extension/actions.ts';
import { cardContext } from '../extension/context.ts';
import { recordCrm } from '../extension/crm.ts';
import { ExtensionView, type Place } from '../extension/extension-view.tsx';
import type { RecordFeed } from '../record-feed.ts';
import { useSetup } from '../setup.ts';

interface CardViewProps {
  readonly card: CardEntry;
  readonly feed: RecordFeed;
  readonly typeId: string;
}

/** One card of the app on the record of the page. */
export function CardView({ card, feed, typeId }: CardViewProps) {
  const setup = useSetup();
  const place = useMemo((): Place => {
    const crm = recordCrm(feed);
    return { crm, context: cardContext(setup, card, { typeId, path: feed.path }), actions: recordActions(feed, crm) };
  }, [setup, card, feed, typeId]);
  return <ExtensionView id={card.id} place={place} />;
}
