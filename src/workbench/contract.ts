/** What the workbench's server and its page tell each other. */

/** Somebody one can be on the workbench. */
export interface Person {
  readonly userId: number;
  readonly ownerId: string;
  readonly email: string;
  readonly name: string;
  /** Role title, for people to read: "SDR". */
  readonly title: string;
}

export type CardLocation = 'crm.record.tab' | 'crm.record.sidebar';
export type PageLocation = 'home' | 'settings';
export type ObjectType = 'contact' | 'company' | 'deal';

export interface CardEntry {
  readonly id: string;
  readonly title: string;
  readonly location: CardLocation;
  readonly objectTypes: readonly ObjectType[];
}

/** The app's home page or its settings page; HubSpot takes one of each. */
export interface PageEntry {
  readonly id: string;
  readonly location: PageLocation;
}

export type Variables = Readonly<Record<string, string | number | boolean>>;

/** `GET /api/setup` */
export interface Setup {
  readonly people: readonly Person[];
  readonly portal: { readonly id: number; readonly timeZone: string; readonly currency: string };
  readonly app: { readonly id: number; readonly name: string };
  readonly variables: Variables;
  readonly cards: readonly CardEntry[];
  readonly pages: readonly PageEntry[];
}

export interface RecordLink {
  readonly type: ObjectType;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

/** `GET /api/search` */
export type FoundRecords = Readonly<Record<'contacts' | 'companies' | 'deals', readonly RecordLink[]>>;

export interface PropertyView {
  readonly name: string;
  readonly label: string;
  readonly type: 'string' | 'number' | 'date' | 'datetime' | 'bool' | 'enumeration';
  readonly fieldType: string;
  readonly description: string;
  readonly value: string;
  /** The value as people read it. */
  readonly shown: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** False for what HubSpot works out itself. */
  readonly editable: boolean;
  /** Kept by the app: a person can change it, but is not expected to. */
  readonly managed: boolean;
}

/** One entry of a record's activity. `at` in UTC milliseconds. */
export interface Change {
  readonly at: number;
  readonly label: string;
  /** As people read it; empty when the property was cleared. */
  readonly value: string;
  readonly by: string;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly done: boolean;
  /** `none`, `low`, `medium` or `high` */
  readonly priority: string;
  /** UTC milliseconds; null for a task without a due date. */
  readonly dueAt: number | null;
  readonly owner: string;
}

export interface Note {
  readonly id: string;
  readonly at: number;
  readonly body: string;
}

/** `GET /api/records/{type}/{id}` */
export interface RecordView extends RecordLink {
  readonly typeId: string;
  readonly groups: readonly { readonly label: string; readonly properties: readonly PropertyView[] }[];
  readonly associated: readonly { readonly label: string; readonly records: readonly RecordLink[] }[];
  readonly changes: readonly Change[];
  readonly tasks: readonly Task[];
  readonly notes: readonly Note[];
}

/** `POST /api/fetch`: what a card or page asked `hubspot.fetch` for. */
export interface ExtensionFetch {
  readonly url: string;
  readonly method?: string | undefined;
  /** Milliseconds */
  readonly timeout?: number | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What `hubspot.fetch` gets back, whatever happened. */
export interface ExtensionFetchAnswer {
  readonly status: number;
  readonly body: string;
}

/** Any refusal of the workbench's own API; `message` is for the person. */
export interface Refusal {
  readonly message: string;
}
