import { RemoteRenderer, createController, createRemoteReceiver } from '@remote-ui/react/host';
import { useEffect, useMemo, useState } from 'react';
import { componentFor } from '../host/components.ts';
import { OverlayRegistry, Overlays } from '../host/overlay.tsx';
import { useToast } from '../toasts.tsx';
import { type IframeModal, type PlatformNeeds, platformActions } from './actions.ts';
import { Boundary } from './boundary.tsx';
import type { Crm } from './crm.ts';
import { Failure } from './failure.tsx';
import { IframeView } from './iframe-view.tsx';
import { startExtension } from './start-extension.ts';

/** Any name gives a component: the host of HubSpot draws what it does not know, too. */
const controller = {
  get: (type: string) => componentFor(type),
  renderer: createController({}).renderer,
} as ReturnType<typeof createController>;

/** What an extension is given at its place; the same object as long as that is the same place. */
export interface Place {
  readonly context: object;
  readonly crm: Crm;
  /** What it can do here beside what every extension can. */
  readonly actions: object;
}

/** An extension of the app, running in its worker, drawn with the workbench's components. */
export function ExtensionView({ id, place }: { readonly id: string; readonly place: Place }) {
  const toast = useToast();
  const [failure, setFailure] = useState<string>();
  const [iframe, setIframe] = useState<IframeModal>();
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const overlays = useMemo(() => new OverlayRegistry(), []);
  useEffect(() => {
    const needs: PlatformNeeds = { overlays, toast, openIframe: setIframe };
    const actions = { ...platformActions(needs), ...place.actions };
    const script = `/extensions/${encodeURIComponent(id)}.js`;
    return startExtension({ ...place, script, actions, receiver, onFailure: setFailure });
  }, [id, place, toast, overlays, receiver]);
  return (
    <Overlays.Provider value={overlays}>
      {failure !== undefined && <Failure id={id} message={failure} />}
      <Boundary id={id}>
        <RemoteRenderer receiver={receiver} controller={controller} />
      </Boundary>
      {iframe && <IframeView modal={iframe} close={() => setIframe(undefined)} />}
    </Overlays.Provider>
  );
}
