import type { Dice } from './dice.ts';

/** What HubSpot keeps no property of: a webinar, a chat. Instants in UTC milliseconds. */
export interface DemoTouch {
  at: number;
  type: string;
  channel: string;
  program: string;
}

/** A sign of interest of a person or a company; `strength` is above 0 and at most 1. */
export interface DemoSignal {
  at: number;
  kind: 'intent' | 'usage';
  topic: string;
  strength: number;
  source: string;
}

const SITE = 'https://www.lumenwerk.example';

/** Pages of the demo company's website, by what they tell of their reader. */
export const PAGES = {
  pricing: ['/pricing'],
  cases: ['/case-studies/harbor-logistics', '/case-studies/quartz-machines', '/case-studies/willow-clinics'],
  product: ['/product/forecasting', '/product/handoffs', '/product/integrations'],
  blog: ['/blog/what-a-lead-is-worth', '/blog/five-questions-for-a-first-call', '/blog/cohorts-explained'],
  jobs: ['/jobs', '/jobs/account-executive', '/jobs/data-engineer', '/jobs/customer-success-manager'],
} as const;
export type PageKind = keyof typeof PAGES;

export function pageUrl(kind: PageKind, dice: Dice): string {
  return `${SITE}${dice.pick(PAGES[kind])}`;
}

/** Forms that somebody fills in to read or to learn, as against those that ask for a call. */
export const CONTENT_FORMS = ['Guide: Funnel metrics', 'Checklist: Clean CRM', 'Newsletter', 'Calculator: Pipeline'];

const WEBINARS = ['webinar-lead-scoring', 'webinar-forecasting', 'webinar-handoffs'];
const FAIRS = ['fair-lumen-days', 'fair-sales-forum'];
const GUIDES = ['guide-funnel-metrics', 'guide-response-time', 'checklist-clean-crm'];

export const webinar = (at: number, came: boolean, dice: Dice): DemoTouch =>
  came
    ? { at, type: 'webinar_attended', channel: 'webinar', program: dice.pick(WEBINARS) }
    : { at, type: 'no_show', channel: 'event', program: dice.pick(WEBINARS) };
export const registered = (at: number, program: string): DemoTouch => ({
  at,
  type: 'registered',
  channel: 'event',
  program,
});
export const fair = (at: number, dice: Dice): DemoTouch => ({
  ...{ at, type: 'event_attended', channel: 'event' },
  program: dice.pick(FAIRS),
});
export const download = (at: number, dice: Dice): DemoTouch => ({
  ...{ at, type: 'content_download', channel: 'content' },
  program: dice.pick(GUIDES),
});
export const chat = (at: number): DemoTouch => ({ at, type: 'chat', channel: 'chat', program: 'website-chat' });
export const reviewSite = (at: number): DemoTouch => ({
  ...{ at, type: 'review_site', channel: 'review' },
  program: 'review-portal',
});
