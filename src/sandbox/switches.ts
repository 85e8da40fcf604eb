/** Behaviours that HubSpot does not document clearly. Both answers are emulated; an app must live with either. */
export interface Switches {
  /** Batch updates and upserts whose rows all carry `objectWriteTraceId`: good rows are kept (207), or all is refused. */
  batchUpdate: 'partial' | 'all-or-nothing';
  /** An app writes an earlier lifecycle stage: answered 200 and left unchanged, or refused with 400. */
  lifecycleBackward: 'ignored' | 'refused';
  /** Whether the portal's subscription has custom objects; without, schemas and their records answer 403. */
  customObjects: boolean;
  /** A batch read of associations for a record that has none: an error row (207), or the record is simply missing. */
  noAssociations: 'error' | 'omitted';
  /** Moving a deal into a closed stage sets `closedate` to now, unless it is past or written in the same call. */
  closeDateOnClosing: 'set' | 'kept';
  /** The first company linked to a contact or deal becomes its primary company. */
  firstCompanyIsPrimary: boolean;
  /** A merge of contacts keeps the primary record's id, or gives the survivor a third id. */
  mergedContactId: 'primary' | 'new';
  /** Property history reaches back without limit, or 45 versions on contacts and 20 on other objects. */
  historyVersions: 'all' | 'limited';
  /** One webhook event in twenty carries the `eventId` of an earlier event. */
  reuseEventIds: boolean;
}

export const defaultSwitches: Switches = {
  batchUpdate: 'partial',
  lifecycleBackward: 'ignored',
  customObjects: true,
  noAssociations: 'error',
  closeDateOnClosing: 'set',
  firstCompanyIsPrimary: true,
  mergedContactId: 'primary',
  historyVersions: 'all',
  reuseEventIds: false,
};
