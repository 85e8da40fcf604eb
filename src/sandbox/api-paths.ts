export type Generation = 'numbered' | 'dated';

/** A path of the API in the form in which the handlers know it, without version. */
export interface ApiPath {
  readonly path: string;
  readonly family: string;
  readonly generation: Generation;
}

const dated = '(?:2026-03|2026-09)';

const patterns: readonly (readonly [family: string, generation: Generation, pattern: RegExp, prefix: string])[] = [
  ['associations', 'numbered', /^\/crm\/v4\/objects(?=\/.*\/associations\/)/, '/objects'],
  ['associations', 'numbered', /^\/crm\/v4\/associations(?=\/)/, '/associations'],
  ['associations', 'dated', new RegExp(`^/crm/objects/${dated}(?=/.*/associations/)`), '/objects'],
  ['associations', 'dated', new RegExp(`^/crm/associations/${dated}(?=/)`), '/associations'],
  ['search', 'numbered', /^\/crm\/v3\/objects(?=\/[^/]+\/search$)/, '/objects'],
  ['search', 'dated', new RegExp(`^/crm/objects/${dated}(?=/[^/]+/search$)`), '/objects'],
  ['objects', 'numbered', /^\/crm\/v3\/objects(?=\/(?!.*\/associations\/))/, '/objects'],
  ['objects', 'dated', new RegExp(`^/crm/objects/${dated}(?=/)`), '/objects'],
  ['properties', 'numbered', /^\/crm\/v3\/properties(?=\/)/, '/properties'],
  ['properties', 'dated', new RegExp(`^/crm/properties/${dated}(?=/)`), '/properties'],
  ['pipelines', 'numbered', /^\/crm\/v3\/pipelines(?=\/)/, '/pipelines'],
  ['pipelines', 'dated', new RegExp(`^/crm/pipelines/${dated}(?=/)`), '/pipelines'],
  ['owners', 'numbered', /^\/crm\/v3\/owners(?=\/|$)/, '/owners'],
  ['owners', 'dated', new RegExp(`^/crm/owners/${dated}(?=/|$)`), '/owners'],
  ['lists', 'numbered', /^\/crm\/v3\/lists(?=\/|$)/, '/lists'],
  ['lists', 'dated', new RegExp(`^/crm/lists/${dated}(?=/|$)`), '/lists'],
  ['schemas', 'numbered', /^\/crm-object-schemas\/v3\/schemas(?=\/|$)/, '/schemas'],
  ['schemas', 'dated', new RegExp(`^/crm-object-schemas/${dated}/schemas(?=/|$)`), '/schemas'],
  ['account', 'numbered', /^\/account-info\/v3\/details$/, '/account'],
  ['account', 'dated', new RegExp(`^/account-info/${dated}/details$`), '/account'],
];

/**
 * Finds what a path addresses. Numbered and dated paths take the same requests and give the same answers; doubled and
 * trailing slashes do not matter.
 *
 * @returns undefined for a path that the sandbox does not emulate
 * @source HubSpot docs: Date-based versioning
 */
export function apiPath(url: string): ApiPath | undefined {
  const tidy = url.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  for (const [family, generation, pattern, prefix] of patterns) {
    if (pattern.test(tidy)) return { path: tidy.replace(pattern, prefix), family, generation };
  }
  return undefined;
}
