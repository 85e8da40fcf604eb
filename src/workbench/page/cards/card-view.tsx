import { RemoteRenderer, createController, createRemoteReceiver } from '@remote-ui/react/host';
import { useEffect, useMemo, useState } from 'react';
import type { CardEntry } from '../../contract.ts';
import { componentFor } from '../host/components.ts';
import { OverlayRegistry, Overlays } from '../host/overlay.tsx';
import type { RecordFeed } from '../record-feed.ts';
import { useSetup } from '../setup.ts';
import { useToast } from '../toasts.tsx';
import { cardActions, type IframeModal } from './card-actions.ts';
import { CardBoundary } from './card-boundary.tsx';
import { CardFailure } from './card-failure.tsx';
import { cardContext } from './card-context.ts';
import { cardCrm } from './card-crm.ts';
import { IframeView } from './iframe-view.tsx';
import { startCard } from './start-card.ts';

/** Any name gives a component: the host of HubSpot draws what it does not know, too. */
const controller = {
  get: (type: string) => componentFor(type),
  renderer: createController({}).renderer,
} as ReturnType<typeof createController>;

interface CardViewProps {
  readonly card: CardEntry;
  readonly feed: RecordFeed;
  readonly typeId: string;
}

/** One card of the app, running in its worker, drawn with the workbench's components. */
export function CardView({ card, feed, typeId }: CardViewProps) {
  const setup = useSetup();
  const toast = useToast();
  const [failure, setFailure] = useState<string>();
  const [iframe, setIframe] = useState<IframeModal>();
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const overlays = useMemo(() => new OverlayRegistry(), []);
  useEffect(() => {
    const crm = cardCrm(feed);
    const actions = cardActions({ feed, crm, overlays, toast, openIframe: setIframe });
    const context = cardContext(setup, card, { typeId, path: feed.path });
    const script = `/cards/${encodeURIComponent(card.id)}.js`;
    return startCard({ script, context, actions, crm, receiver, onFailure: setFailure });
  }, [setup, card, feed, typeId, toast, overlays, receiver]);
  return (
    <Overlays.Provider value={overlays}>
      {failure !== undefined && <CardFailure cardId={card.id} message={failure} />}
      <CardBoundary cardId={card.id}>
        <RemoteRenderer receiver={receiver} controller={controller} />
      </CardBoundary>
      {iframe && <IframeView modal={iframe} close={() => setIframe(undefined)} />}
    </Overlays.Provider>
  );
}
