import { Portal } from '../../src/sandbox/portal.ts';
import { defaultSwitches } from '../../src/sandbox/switches.ts';
import type { Switches } from '../../src/sandbox/switches.ts';
import { planCreate, planUpdate } from '../../src/sandbox/write-record.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { WrittenValues } from '../../src/sandbox/property-validation.ts';

export const noon = Date.parse('2026-03-02T12:00:00Z');

/** An empty portal with one owner, `11`, at noon of a Monday unless told otherwise. */
export function newPortal(switches: Partial<Switches> = {}, now = () => noon): Portal {
  const portal = new Portal({
    portalId: '900',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    now,
    switches: { ...defaultSwitches, ...switches },
  });
  portal.owners.put({ id: '11', email: 'o@own.example', firstName: 'O', lastName: 'One', team: '', archived: false });
  return portal;
}

const app = (at: number) => ({ origin: { at, sourceType: 'INTEGRATION', sourceId: '7' }, byApp: true });
const person = (at: number) => ({ origin: { at, sourceType: 'CRM_UI', sourceId: 'userId:5' }, byApp: false });

export const createAsApp = (portal: Portal, typeId: string, values: WrittenValues, at = noon): CrmRecord =>
  planCreate(portal, typeId, values, [], app(at)).apply();

export const updateAsApp = (portal: Portal, record: CrmRecord, values: WrittenValues, at = noon): CrmRecord =>
  planUpdate(portal, record, values, app(at)).apply();

export const updateAsPerson = (portal: Portal, record: CrmRecord, values: WrittenValues, at = noon): CrmRecord =>
  planUpdate(portal, record, values, person(at)).apply();
