import { stageOf } from '../../sandbox/computed-values.ts';
import { standardTypes } from '../../sandbox/object-types.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import type { ObjectType, RecordLink } from '../contract.ts';
import { money, shownValue } from './shown-value.ts';

export const typeOf = (typeId: string): ObjectType =>
  typeId === standardTypes.company ? 'company' : typeId === standardTypes.deal ? 'deal' : 'contact';

/** A record in a line or two, to find it by and to link to. */
export function recordLink(portal: Portal, record: CrmRecord): RecordLink {
  const type = typeOf(record.typeId);
  const value = (name: string): string => record.values.get(name) ?? '';
  const title = titles[type].map((names) => joined(' ', ...names.map(value))).find((text) => text !== '');
  return { type, id: record.id, title: title ?? `${type} ${record.id}`, subtitle: subtitle(portal, record, value) };
}

/** What a record of a type is called: the first combination that has a value. */
const titles: Readonly<Record<ObjectType, readonly (readonly string[])[]>> = {
  contact: [['firstname', 'lastname'], ['email']],
  company: [['name'], ['domain']],
  deal: [['dealname']],
};

function subtitle(portal: Portal, record: CrmRecord, value: (name: string) => string): string {
  if (record.typeId === standardTypes.contact) return joined(' · ', value('jobtitle'), value('email'));
  if (record.typeId === standardTypes.company) {
    const industry = portal.properties.find(record.typeId, 'industry');
    const shown = industry ? shownValue(portal, record.typeId, industry, value('industry')) : '';
    return joined(' · ', value('domain'), shown);
  }
  const amount = value('amount');
  const currency = value('deal_currency_code') || portal.setup.currency;
  return joined(' · ', amount === '' ? '' : money(amount, currency), stageOf(record, portal)?.label ?? '');
}

const joined = (by: string, ...texts: readonly string[]): string => texts.filter((text) => text !== '').join(by);
