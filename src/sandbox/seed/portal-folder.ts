export type CrmType = 'contact' | 'company' | 'deal';

export const CRM_TYPES = ['contact', 'company', 'deal'] as const satisfies readonly CrmType[];

/** One CRM record. `properties` holds the values that are there (no empty text); id and createdate are not repeated in it. */
export interface FolderRecord {
  type: CrmType;
  id: string;
  /** UTC milliseconds. */
  createdAt: number;
  properties: Record<string, string>;
}

/** One value a property has had; `at` in UTC milliseconds, an empty `value` means that it was cleared. */
export interface HistoryEntry {
  type: CrmType;
  id: string;
  property: string;
  value: string;
  at: number;
  sourceType: string;
  sourceId: string;
}

export interface FolderAssociation {
  fromType: CrmType;
  fromId: string;
  toType: CrmType;
  toId: string;
  /** Empty for the unlabelled association. */
  label: string;
}

export interface FolderOwner {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  role: string;
  team: string;
  /** IANA name, or empty. */
  timezone: string;
  /** Decimal text, or empty. */
  capacity: string;
  archived: boolean;
}

export interface FolderStage {
  objectType: CrmType;
  pipeline: string;
  stage: string;
  label: string;
  displayOrder: number;
  /** Decimal text between 0 and 1; may be empty except for deals. */
  probability: string;
  isClosed: boolean;
}

/** A property of the folder that HubSpot does not define. */
export interface CustomProperty {
  type: CrmType;
  name: string;
}

/** Something a contact did; `at` in UTC milliseconds. */
export interface Touch {
  contactId: string;
  at: number;
  type: string;
  channel: string;
  program: string;
  detail: string;
}

/** A sign of interest in a topic, `strength` between 0 and 1; `at` in UTC milliseconds. */
export interface Signal {
  type: 'contact' | 'company';
  id: string;
  at: number;
  kind: string;
  topic: string;
  strength: number;
  source: string;
}

/** Money spent on a program in a month (`YYYY-MM`); `amount` is decimal text. */
export interface Spend {
  program: string;
  channel: string;
  period: string;
  amount: string;
  currency: string;
}

/** A row that was rejected, or kept although something about it is wrong. `line` is where the row starts; the header is line 1. */
export interface LoadProblem {
  file: string;
  line: number;
  column: string;
  reason: string;
}

/** Rows of all files; read = accepted + rejected. A row kept with a problem is accepted. */
export interface LoadReport {
  read: number;
  accepted: number;
  rejected: number;
  problems: LoadProblem[];
  notes: string[];
}

/** Names a history entry, or the value of a property that has no history. */
export interface PlaceKey {
  type: CrmType;
  id: string;
  property: string;
  at: number;
}

export interface Place {
  file: string;
  line: number;
  column: string;
}

/** A portal's records and history. Every array is in canonical order, whatever the order of the rows was. */
export interface PortalFolder {
  records: FolderRecord[];
  /** By time, then record, property and value. */
  history: HistoryEntry[];
  associations: FolderAssociation[];
  owners: FolderOwner[];
  /** Empty without `pipelines.csv`: HubSpot's default pipeline holds. */
  stages: FolderStage[];
  touches: Touch[];
  signals: Signal[];
  spend: Spend[];
  customProperties: CustomProperty[];
  /** The latest observed instant (creation, history, touch, signal), never a planned date; 0 when nothing was observed. */
  asOf: number;
  /** `definitions.json`, parsed and not looked into; `undefined` without the file. */
  definitions: unknown;
  load: LoadReport;
  /** Where a history entry (or, without history, the record's own cell) stands: for problems that only the journey engine can see. */
  locate: (key: PlaceKey) => Place | undefined;
}

/** What the reader needs to know of a property that HubSpot defines. */
export interface KnownProperty {
  name: string;
  type: 'string' | 'number' | 'date' | 'datetime' | 'bool' | 'enumeration';
  /** Of an enumeration; without options any value is allowed. */
  options?: readonly string[];
}

export type KnownProperties = Readonly<Record<CrmType, readonly KnownProperty[]>>;

/** The folder cannot be read at all; the message is one sentence for the person who named it. */
export class PortalFolderError extends Error {
  readonly exitCode = 2;
  override readonly name = 'PortalFolderError';
}

/** @returns the record file of a type, `contacts.csv` for contacts */
export function recordFile(type: CrmType): string {
  return type === 'company' ? 'companies.csv' : `${type}s.csv`;
}
