import { mkdir, rename, rm } from 'node:fs/promises';
import type { Project } from './project-folder.ts';

const APP = 'hubspot-project/app/app-hsmeta.json';
const WEBHOOKS = 'hubspot-project/app/webhooks/webhooks-hsmeta.json';
const ACTION = 'hubspot-project/app/workflow-actions/qualify-now-hsmeta.json';
const LEAD = 'hubspot-project/app/cards/lead-hsmeta.json';
const LEAD_BUNDLE = 'hubspot-project/app/cards/LeadCard.js';
const LOCK = 'hubspot-project/app/cards/package-lock.json';
const PROFILE = 'hubspot-project/hsprofile.dev.json';

export interface Defect {
  readonly plant: (project: Project) => Promise<unknown>;
  /** What the complaint must contain: where it is, and what. */
  readonly says: readonly string[];
}

/** What can be wrong with the project's files; each is planted alone into a copy of it. */
export const DEFECTS: Readonly<Record<string, Defect>> = {
  'a component in a folder that HubSpot skips': {
    plant: async ({ at }) => {
      await mkdir(at('hubspot-project/app/cards/lead'));
      await rename(at(LEAD), at('hubspot-project/app/cards/lead/lead-hsmeta.json'));
    },
    says: ['cards/lead/lead-hsmeta.json', 'skip'],
  },
  'two components of one uid': {
    plant: ({ replace }) => replace(LEAD, 'l2r_lead_card', 'l2r_handoff_card'),
    says: ['lead-hsmeta.json', 'l2r_handoff_card'],
  },
  'a file that is no JSON': {
    plant: ({ write }) => write(WEBHOOKS, '{'),
    says: ['webhooks-hsmeta.json', 'JSON'],
  },
  'a key HubSpot does not know': {
    plant: ({ replace }) => replace(LEAD, '"type"', '"kind": "card", "type"'),
    says: ['lead-hsmeta.json', 'kind'],
  },
  'a uid with a blank': {
    plant: ({ replace }) => replace(LEAD, 'l2r_lead_card', 'lead card'),
    says: ['lead-hsmeta.json', 'uid'],
  },
  'cards without an app': {
    plant: ({ at }) => rm(at(APP)),
    says: ['lead-hsmeta.json', 'app'],
  },
  'a type HubSpot does not know': {
    plant: ({ replace }) => replace(LEAD, '"type": "card"', '"type": "crm-card"'),
    says: ['lead-hsmeta.json', 'crm-card'],
  },
  'a component in the folder of another': {
    plant: ({ at }) => rename(at(LEAD), at('hubspot-project/app/webhooks/lead-hsmeta.json')),
    says: ['webhooks/lead-hsmeta.json', 'cards'],
  },
  'two lists of webhooks': {
    plant: async ({ read, write }) =>
      write('hubspot-project/app/webhooks/more-hsmeta.json', (await read(WEBHOOKS)).replace('l2r_webhooks', 'more')),
    says: ['more-hsmeta.json', 'webhooks'],
  },
  'a place where no card can stand': {
    plant: ({ replace }) => replace(LEAD, 'crm.record.sidebar', 'crm.index-page.tab'),
    says: ['lead-hsmeta.json', 'config.location', 'crm.record.sidebar'],
  },
  'a misspelt key of a card': {
    plant: ({ replace }) => replace(LEAD, '"objectTypes"', '"objectType"'),
    says: ['lead-hsmeta.json', 'objectType'],
  },
  'a property of a subscription that has none': {
    plant: ({ replace }) => replace(WEBHOOKS, '"contact.creation",', '"contact.creation", "propertyName": "email",'),
    says: ['webhooks-hsmeta.json', 'legacyCrmObjects.0'],
  },
  'an address that is not https': {
    plant: ({ replace }) => replace(PROFILE, 'https://', 'http://'),
    says: ['app-hsmeta.json', 'permittedUrls.fetch.0'],
  },
  'a profile without the backend': {
    plant: ({ replace }) => replace(PROFILE, 'API_ORIGIN', 'ORIGIN'),
    says: ['API_ORIGIN', 'app-hsmeta.json'],
  },
  'a version of the platform that nobody knows': {
    plant: ({ replace }) => replace('hsproject.json', '2026.09', '2026.10'),
    says: ['2026.10'],
  },
  'a card without its code': {
    plant: ({ at }) => rm(at(LEAD_BUNDLE)),
    says: ['lead-hsmeta.json', '/app/cards/LeadCard.js does not exist'],
  },
  'a scope the backend needs, not asked for': {
    plant: ({ replace }) => replace(APP, '"crm.objects.deals.write",', ''),
    says: ['app-hsmeta.json', 'required scope crm.objects.deals.write is missing'],
  },
  'a scope the backend has no use for': {
    plant: ({ replace }) => replace(APP, '"crm.objects.contacts.read",', '"crm.objects.contacts.read", "tickets",'),
    says: ['app-hsmeta.json', 'required scope tickets'],
  },
  'custom objects demanded of every portal': {
    plant: async ({ replace }) => {
      await replace(APP, '"crm.schemas.custom.write"', '"timeline"');
      await replace(APP, '"crm.objects.contacts.read",', '"crm.objects.contacts.read", "crm.schemas.custom.write",');
    },
    says: ['app-hsmeta.json', 'optional scope crm.schemas.custom.write is missing'],
  },
  'a subscription that is missing': {
    plant: ({ replace }) => replace(WEBHOOKS, '"propertyName": "dealstage"', '"propertyName": "dealname"'),
    says: ['webhooks-hsmeta.json', 'deal.propertyChange:dealstage is missing', 'no use for', 'dealname'],
  },
  'webhooks that go elsewhere': {
    plant: ({ replace }) => replace(WEBHOOKS, '${API_ORIGIN}', 'https://other.example.com'),
    says: ['webhooks-hsmeta.json', 'https://other.example.com/webhooks/hubspot'],
  },
  'a workflow action that goes elsewhere': {
    plant: ({ replace }) => replace(ACTION, '${API_ORIGIN}', 'https://other.example.com'),
    says: ['qualify-now-hsmeta.json', 'https://other.example.com'],
  },
  'a card that calls an address it may not': {
    plant: async ({ replace }) => {
      await replace(APP, '"fetch": ["${API_ORIGIN}"]', '"fetch": ["https://other.example.com"]');
    },
    says: ['lead-hsmeta.json', 'https://l2r.example.com', 'permittedUrls.fetch'],
  },
  'a card that waits for a property nobody knows': {
    plant: ({ replace }) => replace(LEAD_BUNDLE, '"l2r_stage"', '"l2r_stgae"'),
    says: ['lead-hsmeta.json', 'l2r_stgae'],
  },
  'a card on records that the app may not read': {
    plant: ({ replace }) => replace(LEAD, '"contacts"', '"contacts", "tickets"'),
    says: ['app-hsmeta.json', 'required scope tickets is missing'],
  },
  'a card that brings a library': {
    plant: ({ replace }) => replace(LEAD_BUNDLE, 'import', 'import "zod";\nimport'),
    says: ['lead-hsmeta.json', 'imports zod'],
  },
  'a lock that names a registry': {
    plant: ({ replace }) =>
      replace(LOCK, '"integrity"', '"resolved": "https://registry.example.com/x.tgz", "integrity"'),
    says: ['package-lock.json', 'registry'],
  },
  'a lock of another version': {
    plant: ({ replace }) => replace(LOCK, '"@hubspot/ui-extensions": "0.17.0"', '"@hubspot/ui-extensions": "0.16.0"'),
    says: ['package-lock.json'],
  },
};
