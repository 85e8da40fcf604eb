import { rename, rm } from 'node:fs/promises';
import type { Defect } from './defects.ts';
import { HOME, HOME_BUNDLE, SETTINGS, SETTINGS_BUNDLE } from './sample-pages.ts';

/** What can be wrong with the home page and the settings page; each is planted alone into a project that has both. */
export const PAGE_DEFECTS: Readonly<Record<string, Defect>> = {
  'a home page at a place of cards': {
    plant: ({ replace }) => replace(HOME, '"home"', '"crm.record.tab"'),
    says: ['home-hsmeta.json', 'config.location', 'home'],
  },
  'a home page that says no place': {
    plant: ({ write }) => write(HOME, '{"uid":"a","type":"page","config":{"entrypoint":"/app/pages/SampleHome.js"}}'),
    says: ['home-hsmeta.json', 'location'],
  },
  'settings with a name': {
    plant: ({ replace }) => replace(SETTINGS, '"entrypoint"', '"name": "Settings", "entrypoint"'),
    says: ['settings-hsmeta.json', 'name'],
  },
  'settings among the pages': {
    plant: ({ at }) => rename(at(SETTINGS), at('hubspot-project/app/pages/settings-hsmeta.json')),
    says: ['pages/settings-hsmeta.json', 'settings'],
  },
  'a page whose code is among the cards': {
    plant: ({ replace }) => replace(HOME, '/app/pages/', '/app/cards/'),
    says: ['home-hsmeta.json', 'config.entrypoint'],
  },
  'two settings pages': {
    plant: async ({ read, write }) =>
      write('hubspot-project/app/settings/more-hsmeta.json', (await read(SETTINGS)).replace('sample_settings', 'more')),
    says: ['more-hsmeta.json', 'settings'],
  },
  'two home pages': {
    plant: async ({ read, write }) =>
      write('hubspot-project/app/pages/more-hsmeta.json', (await read(HOME)).replace('sample_home', 'more')),
    says: ['more-hsmeta.json', 'page'],
  },
  'a page of a card’s uid': {
    plant: ({ replace }) => replace(HOME, 'sample_home', 'l2r_lead_card'),
    says: ['home-hsmeta.json', 'l2r_lead_card'],
  },
  'settings without their code': {
    plant: ({ at }) => rm(at(SETTINGS_BUNDLE)),
    says: ['settings-hsmeta.json', '/app/settings/SampleSettings.js does not exist'],
  },
  'two bundles of one name': {
    plant: async ({ at, replace }) => {
      await rename(at(SETTINGS_BUNDLE), at('hubspot-project/app/settings/SampleHome.js'));
      await replace(SETTINGS, 'SampleSettings', 'SampleHome');
    },
    says: ['settings-hsmeta.json', '/app/pages/SampleHome.js'],
  },
  'a page that calls an address it may not': {
    plant: ({ replace }) => replace(HOME_BUNDLE, 'import', '"https://other.example.com/x";\nimport'),
    says: ['home-hsmeta.json', 'https://other.example.com', 'permittedUrls.fetch'],
  },
  'a page that reads a variable nobody sets': {
    plant: ({ replace }) => replace(HOME_BUNDLE, 'API_ORIGIN', 'APP_ORIGIN'),
    says: ['home-hsmeta.json', 'APP_ORIGIN'],
  },
  'settings that ask for a record': {
    plant: ({ replace }) => replace(SETTINGS_BUNDLE, 'import', 'import "@hubspot/ui-extensions/crm";\nimport'),
    says: ['settings-hsmeta.json', 'imports @hubspot/ui-extensions/crm'],
  },
  'settings that load a file beside them': {
    plant: ({ replace }) => replace(SETTINGS_BUNDLE, 'import', 'void import("./more.js");\nimport'),
    says: ['settings-hsmeta.json', 'imports ./more.js'],
  },
  'a page without a lock': {
    plant: ({ at }) => rm(at('hubspot-project/app/pages/package-lock.json')),
    says: ['pages/package-lock.json', 'does not exist'],
  },
  'settings with a lock of another version': {
    plant: ({ replace }) =>
      replace(
        'hubspot-project/app/settings/package-lock.json',
        '"@hubspot/ui-extensions": "0.17.0"',
        '"@hubspot/ui-extensions": "0.16.0"',
      ),
    says: ['settings/package-lock.json'],
  },
};
