import { bundleIn, exactly, oneOf } from './shared.ts';

/** @source HubSpot docs: Create an app home page */
export const page = exactly({ entrypoint: bundleIn('pages'), location: oneOf('home') });

/** @source HubSpot docs: Create a settings page */
export const settings = exactly({ entrypoint: bundleIn('settings') });
