import { retain } from '@remote-ui/rpc';
import type { OverlayRegistry } from '../host/overlay.tsx';
import type { RecordFeed } from '../record-feed.ts';
import { asPerson, sendJson } from '../server.ts';
import type { Toast } from '../toasts.tsx';
import type { PageApi } from './protocol.ts';

type Texts = Record<string, string>;

export interface IframeModal {
  readonly uri: string;
  readonly width: number;
  readonly height: number;
  readonly title?: string;
  readonly onClose: () => void;
}

export interface PlatformNeeds {
  readonly overlays: OverlayRegistry;
  readonly toast: (toast: Toast) => void;
  readonly openIframe: (modal: IframeModal) => void;
}

/** `actions` of every extension. Functions it passes in are kept: they are called long after the call that brought them. */
export function platformActions({ overlays, toast, openIframe }: PlatformNeeds) {
  return {
    addAlert: (alert: Toast) => toast(alert),
    closeOverlay: (id: string) => overlays.close(id),
    copyTextToClipboard: (text: string) => navigator.clipboard.writeText(text),
    reloadPage: () => location.reload(),
    navigateToPage: ({ to }: { to: string }) => {
      if (to === '/') location.assign(asPerson('/app'));
      else toast({ message: `HubSpot would now open the app page ${to}.` });
    },
    openIframeModal: (modal: Omit<IframeModal, 'onClose'>, onClose?: () => void) => {
      if (onClose) retain(onClose);
      openIframe({ ...modal, onClose: () => onClose?.() });
    },
  };
}

/** The further `actions` of a card: those that read its record. */
export function recordActions(feed: RecordFeed, crm: Pick<PageApi, 'watchProperties'>) {
  return {
    fetchCrmObjectProperties: async (names: string[] | '*') => {
      const read = await sendJson<Record<string, string | null>>('POST', `/api/crm/records/${feed.path}/properties`, {
        names,
      });
      return texts(read);
    },
    refreshObjectProperties: () => feed.refresh(),
    onCrmPropertiesUpdate: async (names: string[] | '*', onUpdate: (properties: Texts) => void) => {
      retain(onUpdate);
      await crm.watchProperties({ names }, (properties) => onUpdate(texts(properties)));
    },
  };
}

/** An action's properties are texts: an empty one is the empty text. */
const texts = (properties: Record<string, string | null>): Texts =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? '']));
