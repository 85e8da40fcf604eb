import type { z } from 'zod';
import type { definitionSetSchema } from '../../domain/definitions/definition-set.ts';

type Sections = Required<
  Pick<z.input<typeof definitionSetSchema>, 'scoring' | 'qualification' | 'accounts' | 'stages'>
>;

const SENIOR = [
  'chief',
  'ceo',
  'coo',
  'cfo',
  'cio',
  'cto',
  'cmo',
  'president',
  'vp',
  'head',
  'director',
  'owner',
  'founder',
  'partner',
];
const LEADING = ['manager', 'lead', 'controller', 'principal'];
const LEARNING = ['student', 'intern', 'trainee', 'apprentice', 'researcher', 'professor', 'lecturer'];

/** Recent points a gate asks for: more than all the pages of one visit come to, or one use of the product (S2-58). */
const FRESH = 25;

const touch = (id: string, label: string, points: number) => ({ id, label, on: { touch: id }, points });

/** Scores, gates, accounts and stages a portal starts with: believable for a company that sells to companies, and meant to be changed. */
export const SHIPPED_QUALIFICATION: Sections = {
  scoring: {
    fit: {
      rules: [
        {
          id: 'mid_size',
          family: 'size',
          label: '50 to 5,000 employees',
          points: 25,
          when: {
            all: [
              { fact: 'company.numberofemployees', op: 'at_least', number: 50 },
              { fact: 'company.numberofemployees', op: 'at_most', number: 5_000 },
            ],
          },
        },
        {
          id: 'large',
          family: 'size',
          label: 'More than 5,000 employees',
          points: 15,
          when: { fact: 'company.numberofemployees', op: 'at_least', number: 5_001 },
        },
        {
          id: 'industry',
          family: 'industry',
          label: 'Industry we know',
          points: 20,
          when: {
            fact: 'company.industry',
            op: 'in',
            values: [
              'COMPUTER_SOFTWARE',
              'INFORMATION_TECHNOLOGY_AND_SERVICES',
              'LOGISTICS_AND_SUPPLY_CHAIN',
              'MACHINERY',
              'FINANCIAL_SERVICES',
              'INSURANCE',
              'MANAGEMENT_CONSULTING',
            ],
          },
        },
        {
          id: 'country',
          family: 'geography',
          label: 'Country is known',
          points: 5,
          when: {
            any: [
              { fact: 'company.country', op: 'is_known' },
              { fact: 'contact.country', op: 'is_known' },
            ],
          },
        },
        {
          id: 'senior_title',
          family: 'title',
          label: 'Decides',
          points: 30,
          when: { fact: 'contact.jobtitle', op: 'has_word', words: SENIOR },
        },
        {
          id: 'leading_title',
          family: 'title',
          label: 'Leads a team',
          points: 20,
          when: {
            all: [
              { fact: 'contact.jobtitle', op: 'has_word', words: LEADING },
              { not: { fact: 'contact.jobtitle', op: 'has_word', words: SENIOR } },
            ],
          },
        },
        {
          id: 'crm_user',
          family: 'technology',
          label: 'Uses a CRM',
          points: 15,
          when: {
            fact: 'company.web_technologies',
            op: 'has_word',
            words: ['hubspot', 'salesforce', 'pipedrive', 'microsoft dynamics'],
          },
        },
      ],
      vetoes: [
        {
          id: 'learning',
          label: 'Student or researcher',
          when: { fact: 'contact.jobtitle', op: 'has_word', words: LEARNING },
        },
        {
          id: 'school',
          label: 'School or university',
          when: { fact: 'company.industry', op: 'in', values: ['EDUCATION_MANAGEMENT', 'HIGHER_EDUCATION'] },
        },
      ],
      grades: [
        { grade: 'A', from: 65 },
        { grade: 'B', from: 45 },
        { grade: 'C', from: 20 },
      ],
    },
    behavior: {
      groups: [
        {
          id: 'website',
          label: 'Website',
          kind: 'engagement',
          cap: 30,
          halfLifeDays: 30,
          rules: [
            touch('website_visit', 'Website visited', 2),
            touch('pricing_page', 'Pricing page viewed', 12),
            touch('case_study', 'Case study viewed', 8),
          ],
        },
        {
          id: 'email',
          label: 'E-mail',
          kind: 'engagement',
          cap: 20,
          halfLifeDays: 30,
          rules: [touch('email_click', 'E-mail link clicked', 6)],
        },
        {
          id: 'content',
          label: 'Forms and content',
          kind: 'engagement',
          cap: 35,
          halfLifeDays: 60,
          rules: [
            touch('form', 'Form submitted', 15),
            touch('content_download', 'Content downloaded', 12),
            touch('review_site', 'Review site visited', 10),
          ],
        },
        {
          id: 'events',
          label: 'Webinars and events',
          kind: 'engagement',
          cap: 35,
          halfLifeDays: 60,
          rules: [
            touch('webinar_attended', 'Webinar attended', 20),
            touch('event_attended', 'Event attended', 20),
            touch('registered', 'Registered for an event', 4),
            touch('no_show', 'Registered and did not come', 2),
          ],
        },
        {
          id: 'talks',
          label: 'Conversations',
          kind: 'engagement',
          cap: 30,
          halfLifeDays: 45,
          rules: [touch('chat', 'Chat', 12), touch('offline', 'Met in person', 15)],
        },
        {
          id: 'intent',
          label: 'Signs of interest outside',
          kind: 'intent',
          cap: 40,
          halfLifeDays: 21,
          rules: [{ id: 'intent', label: 'Researches our field', on: { signal: 'intent' }, points: 25 }],
        },
        {
          id: 'usage',
          label: 'Use of the product',
          kind: 'usage',
          cap: 60,
          halfLifeDays: 30,
          rules: [{ id: 'usage', label: 'Used the product', on: { signal: 'usage' }, points: 20 }],
        },
        {
          id: 'against',
          label: 'Signs against',
          kind: 'negative',
          cap: 100,
          halfLifeDays: 90,
          rules: [
            {
              id: 'unsubscribed',
              label: 'Unsubscribed from all e-mail',
              when: { fact: 'contact.hs_email_optout', op: 'is_true' },
              points: -25,
            },
            {
              id: 'bounced',
              label: 'E-mail bounces',
              when: { fact: 'contact.hs_email_hard_bounce_reason_enum', op: 'is_known' },
              points: -30,
            },
            {
              id: 'junk_name',
              label: 'Not a real name',
              when: {
                all: [
                  { fact: 'contact.firstname', op: 'is_known' },
                  { not: { fact: 'contact.firstname', op: 'is_real_name' } },
                ],
              },
              points: -20,
            },
          ],
        },
      ],
      breadth: { withinDays: 30, perChannel: 5, cap: 20 },
      bands: [
        { band: '1', from: 60 },
        { band: '2', from: 40 },
        { band: '3', from: 15 },
      ],
    },
    recentDays: 14,
    account: {},
  },
  qualification: {
    icp: {
      any: [
        { fact: 'score.account', op: 'at_least', number: 60 },
        {
          all: [
            { fact: 'company.numberofemployees', op: 'at_least', number: 20 },
            { fact: 'company.industry', op: 'not_in', values: ['EDUCATION_MANAGEMENT', 'HIGHER_EDUCATION'] },
          ],
        },
      ],
    },
    target: {
      all: [
        { fact: 'contact.email', op: 'is_real_email' },
        { fact: 'contact.firstname', op: 'is_real_name' },
        {
          any: [
            { fact: 'contact.phone', op: 'is_unknown' },
            { fact: 'contact.phone', op: 'is_real_phone' },
          ],
        },
        { fact: 'contact.jobtitle', op: 'has_word', words: [...SENIOR, ...LEADING] },
      ],
    },
    exclusions: [
      {
        id: 'customer',
        label: 'Existing customer',
        when: { fact: 'contact.lifecyclestage', op: 'in', values: ['customer', 'evangelist'] },
      },
      {
        id: 'partner',
        label: 'Partner, reseller or vendor',
        when: { fact: 'company.type', op: 'in', values: ['PARTNER', 'RESELLER', 'VENDOR'] },
      },
    ],
    gates: [
      {
        id: 'product_led',
        label: 'Uses the product',
        mode: 'enforce',
        when: { fact: 'score.usage', op: 'at_least', number: 30 },
        entry: {
          all: [
            { fact: 'is.target', op: 'is_true' },
            { fact: 'score.recent', op: 'at_least', number: FRESH },
            { fact: 'score.grade', op: 'in', values: ['A', 'B', 'C'] },
          ],
        },
      },
      {
        id: 'standard',
        label: 'ICP, target and behavior',
        mode: 'enforce',
        entry: {
          all: [
            { fact: 'is.icp', op: 'is_true' },
            { fact: 'is.target', op: 'is_true' },
            { fact: 'score.behavior', op: 'at_least', number: 40 },
            { fact: 'score.recent', op: 'at_least', number: FRESH },
            { fact: 'score.grade', op: 'in', values: ['A', 'B'] },
          ],
        },
      },
    ],
    embargoDays: 90,
    acquisition: { property: 'l2r_acquisition', purchased: ['purchased', 'sponsored_no_consent'] },
    answers: [
      { id: 'need', label: 'Need', level: 'warn' },
      { id: 'budget', label: 'Budget', level: 'warn' },
      { id: 'authority', label: 'Authority', level: 'warn' },
      { id: 'timeline', label: 'Timeline', level: 'warn' },
      { id: 'decision_process', label: 'Decision process', level: 'warn' },
    ],
  },
  accounts: {
    universe: {
      all: [
        { fact: 'company.name', op: 'is_known' },
        { not: { fact: 'company.type', op: 'in', values: ['PARTNER', 'RESELLER', 'VENDOR'] } },
      ],
    },
    icp: {
      any: [
        { fact: 'score.account', op: 'at_least', number: 60 },
        {
          all: [
            { fact: 'company.numberofemployees', op: 'at_least', number: 20 },
            { fact: 'company.industry', op: 'not_in', values: ['EDUCATION_MANAGEMENT', 'HIGHER_EDUCATION'] },
          ],
        },
      ],
    },
    tiers: {
      property: 'hs_ideal_customer_profile',
      values: [
        { value: 'tier_1', label: 'One to one', least: 10, most: 50 },
        { value: 'tier_2', label: 'One to few', least: 50, most: 500 },
        { value: 'tier_3', label: 'One to many' },
      ],
    },
    awareFrom: 20,
    inMarketFrom: 15,
    exclusions: [],
    pauseDays: 30,
  },
  stages: {
    LEAD: {
      meaning: 'Did something notable: filled in a form, came to an event, booked a meeting.',
      ownerRole: 'marketing',
    },
    AQL: {
      meaning:
        'Raised a hand, or fits and is active enough for somebody to call. Every one has a priority and a reason.',
      ownerRole: 'sdr',
      windowDays: 14,
      targets: { rate: { from: 0.85, to: 0.9 } },
    },
    MAL: {
      meaning: 'A sales development rep has accepted the lead and works it.',
      ownerRole: 'sdr',
      windowDays: 30,
      entry: [
        { id: 'fits', label: 'The account fits', when: { fact: 'is.icp', op: 'is_true' }, level: 'warn' },
        {
          id: 'contactable',
          label: 'The contact is real',
          when: { fact: 'is.target', op: 'is_true' },
          level: 'warn',
        },
      ],
    },
    SQL: {
      meaning: 'Discovery has confirmed need, budget, authority, timeline and how they decide.',
      ownerRole: 'sdr',
      windowDays: 30,
    },
    MQO: {
      meaning: 'A meeting is set and a deal exists; it carries no pipeline value yet.',
      ownerRole: 'ae',
      windowDays: 7,
      targets: { rate: { from: 0.7, to: 0.75 } },
    },
    SQO: {
      meaning: 'An account executive has accepted the opportunity with an amount and a close date.',
      ownerRole: 'ae',
      requiredFields: [
        { property: 'amount', label: 'Amount', level: 'block' },
        { property: 'closedate', label: 'Close date', level: 'block' },
      ],
    },
    WON: { meaning: 'The order is signed.', ownerRole: 'cs' },
  },
};
