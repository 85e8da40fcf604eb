import { createContext } from 'react';

/** Where a page's header actions are drawn; null outside of app pages and before the header is there. */
export const HeaderSlot = createContext<HTMLElement | null>(null);
