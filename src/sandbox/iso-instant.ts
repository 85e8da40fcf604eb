/**
 * UTC milliseconds as HubSpot prints them: ISO 8601 with `Z`, without a fraction on whole seconds.
 *
 * @source HubSpot docs: Properties API, formats; recorded answers for the fraction
 */
export const isoInstant = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
