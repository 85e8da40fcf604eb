import type { CardEntry, RecordView } from '../../contract.ts';
import type { RecordFeed } from '../record-feed.ts';

export interface ColumnProps {
  readonly view: RecordView;
  readonly feed: RecordFeed;
}

export interface CardColumnProps extends ColumnProps {
  readonly cards: readonly CardEntry[];
}
