import type { RecordRef } from './association-table.ts';
import type { Origin } from './record-table.ts';

/** Something that happened in the portal and that an app may have subscribed to. */
export type Change =
  | { readonly kind: 'creation' | 'deletion' | 'restore'; readonly record: RecordRef; readonly origin: Origin }
  | {
      readonly kind: 'propertyChange';
      readonly record: RecordRef;
      readonly property: string;
      readonly value: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'merge';
      readonly record: RecordRef;
      readonly primaryId: string;
      readonly mergedIds: readonly string[];
      readonly propertiesMoved: number;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'associationChange';
      readonly from: RecordRef;
      readonly to: RecordRef;
      readonly removed: boolean;
      readonly primary: boolean;
      readonly origin: Origin;
    };
