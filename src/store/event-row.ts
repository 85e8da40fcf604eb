/** One line of what was observed, as it goes into the history or, what may be personal, beside it. */
export interface EventRow {
  event_type: string;
  object_type: string;
  object_id: string;
  property: string;
  value: string;
  occurred_at: number;
  known_at: number;
  dated: boolean;
  source_type: string;
  source_id: string;
}

/** Property of the lines that link a deal to a contact, and a contact to its primary company; the value is the other's id. */
export const CONTACT_LINK = 'contact';
export const COMPANY_LINK = 'company';

export const isLink = (row: EventRow, property: string): boolean =>
  row.property === property && (row.event_type === 'associated' || row.event_type === 'dissociated');
