/** The dated version of HubSpot's API that every call uses; numbered versions end in 2027. */
export const API_VERSION = '2026-09';

/**
 * Numbered prefixes the official client still sends, and the dated ones they become, family by family.
 * @source HubSpot docs: Date-based versioning
 */
const FAMILIES: readonly (readonly [numbered: string, dated: string])[] = [
  ['/crm/v3/objects/', `/crm/objects/${API_VERSION}/`],
  ['/crm/v4/objects/', `/crm/objects/${API_VERSION}/`],
  ['/crm/v4/associations/', `/crm/associations/${API_VERSION}/`],
  ['/crm/v3/properties/', `/crm/properties/${API_VERSION}/`],
  ['/crm/v3/pipelines/', `/crm/pipelines/${API_VERSION}/`],
  ['/crm/v3/owners', `/crm/owners/${API_VERSION}`],
  ['/crm/v3/lists', `/crm/lists/${API_VERSION}`],
  ['/crm-object-schemas/v3/schemas', `/crm-object-schemas/${API_VERSION}/schemas`],
];

/**
 * The dated form of a URL the client is about to call.
 *
 * @throws Error for a numbered path of no known family: it would stop working unnoticed
 */
export function toDatedUrl(url: string): string {
  const { origin, pathname, search } = new URL(url);
  const family = FAMILIES.find(([numbered]) => pathname.startsWith(numbered));
  if (!family && /\/v\d+(\/|$)/.test(pathname))
    throw new Error(`The numbered HubSpot path ${pathname} has no dated form in dated-paths.ts.`);
  const dated = family ? family[1] + pathname.slice(family[0].length) : pathname;
  return origin + dated.replace(/\/$/, '') + search;
}
