import type { RegionName } from './demo-regions.ts';

export interface DemoOwner {
  id: string;
  firstName: string;
  lastName: string;
  /** `OPS` runs the portal and sells nothing. */
  role: 'SDR' | 'AE' | 'OPS';
  region: RegionName;
  /** Leads at a time, for an SDR; else empty. */
  capacity: string;
}

/** The people of the demo company, by region: who speaks to leads first (SDR), who sells (AE), and who runs the portal (OPS). */
export const DEMO_OWNERS = [
  { id: '7101', firstName: 'Jette', lastName: 'Sandufer', role: 'SDR', region: 'Central Europe', capacity: '40' },
  { id: '7102', firstName: 'Malte', lastName: 'Hagebusch', role: 'SDR', region: 'Central Europe', capacity: '40' },
  { id: '7103', firstName: 'Rika', lastName: 'Feldspat', role: 'SDR', region: 'Central Europe', capacity: '30' },
  { id: '7104', firstName: 'Tarek', lastName: 'Moosbach', role: 'SDR', region: 'Central Europe', capacity: '40' },
  { id: '7105', firstName: 'Wanda', lastName: 'Fernlea', role: 'SDR', region: 'UK and Ireland', capacity: '40' },
  { id: '7106', firstName: 'Niall', lastName: 'Brackwell', role: 'SDR', region: 'UK and Ireland', capacity: '20' },
  { id: '7107', firstName: 'Delia', lastName: 'Stonebrook', role: 'SDR', region: 'North America', capacity: '40' },
  { id: '7108', firstName: 'Marco', lastName: 'Elmridge', role: 'SDR', region: 'North America', capacity: '30' },
  { id: '7201', firstName: 'Bruno', lastName: 'Steinwender', role: 'AE', region: 'Central Europe', capacity: '' },
  { id: '7202', firstName: 'Cleo', lastName: 'Windhagen', role: 'AE', region: 'Central Europe', capacity: '' },
  { id: '7203', firstName: 'Oskar', lastName: 'Rabenau', role: 'AE', region: 'Central Europe', capacity: '' },
  { id: '7204', firstName: 'Ilvy', lastName: 'Dunvale', role: 'AE', region: 'UK and Ireland', capacity: '' },
  { id: '7205', firstName: 'Jonah', lastName: 'Marlowick', role: 'AE', region: 'North America', capacity: '' },
  { id: '7206', firstName: 'Tess', lastName: 'Hollowell', role: 'AE', region: 'North America', capacity: '' },
  { id: '7301', firstName: 'Nora', lastName: 'Lichtfeld', role: 'OPS', region: 'Central Europe', capacity: '' },
] as const satisfies readonly DemoOwner[];

/** @returns the ids of a region's people in one role */
export function ownersOf(region: string, role: DemoOwner['role']): string[] {
  return DEMO_OWNERS.filter((owner) => owner.region === region && owner.role === role).map(({ id }) => id);
}
