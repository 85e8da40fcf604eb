/** Behaviours that HubSpot does not document clearly. Both answers are emulated; an app must live with either. */
export interface Switches {
  /** Batch updates and upserts whose rows all carry `objectWriteTraceId`: good rows are kept (207), or all is refused. */
  batchUpdate: 'partial' | 'all-or-nothing';
  /** Results of batch writes repeat the `objectWriteTraceId` of their row, or leave it out. */
  traceIdsInResults: boolean;
  /** Results of batches come in the order of the inputs, or (HubSpot promises none) turned round. */
  resultOrder: 'as-sent' | 'reversed';
  /** An app writes an earlier lifecycle stage: answered 200 and left unchanged, or refused with 400. */
  lifecycleBackward: 'ignored' | 'refused';
  /** Whether the portal's subscription has custom objects; without, schemas and their records answer 403. */
  customObjects: boolean;
  /** Whether the app was granted the scopes of lists; without, they answer 403. */
  lists: boolean;
  /** A deleted list asked for by its id: answered 404, or told with the instant at which it was deleted. */
  deletedLists: 'missing' | 'told';
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
  /** How long a new or changed record stays out of the search index, milliseconds: "a few moments". */
  searchLagMs: number;
  /** A search by NEQ finds records without a value, too. */
  neqMatchesEmpty: boolean;
  /** A search by NOT_IN or NOT_CONTAINS_TOKEN finds records without a value, too. */
  notInMatchesEmpty: boolean;
  /** A word of a search's `query` must begin a word of the record, or be one. */
  queryMatches: 'prefix' | 'word';
  /** Webhooks carry dates as the API prints them, or as UTC milliseconds, as recorded deliveries do. */
  webhookDates: 'iso' | 'milliseconds';
  /** Workflow actions carry the v2 signature alone, or v3 beside it. */
  workflowSignature: 'v2' | 'v2-and-v3';
  /** One webhook event in twenty carries the `eventId` of an earlier event. */
  reuseEventIds: boolean;
}

export const defaultSwitches: Switches = {
  batchUpdate: 'partial',
  traceIdsInResults: true,
  resultOrder: 'as-sent',
  lifecycleBackward: 'ignored',
  customObjects: true,
  lists: true,
  deletedLists: 'missing',
  noAssociations: 'error',
  closeDateOnClosing: 'set',
  firstCompanyIsPrimary: true,
  mergedContactId: 'primary',
  historyVersions: 'all',
  searchLagMs: 5_000,
  neqMatchesEmpty: true,
  notInMatchesEmpty: false,
  queryMatches: 'prefix',
  webhookDates: 'milliseconds',
  workflowSignature: 'v2',
  reuseEventIds: false,
};
