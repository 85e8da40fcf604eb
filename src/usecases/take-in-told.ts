import { SIGNAL, type Signal, signalValue } from '../domain/touch/signal.ts';
import { toCode, TOUCH, touchValue } from '../domain/touch/touch.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { PortalId } from '../domain/values/ids.ts';
import {
  type NewIntake,
  type NewRow,
  problemOfInstant,
  type Receipt,
  type Reference,
  type Remark,
  takeIn,
  type TakeInNeeds,
  type TakeInRefusal,
  type ToldRow,
} from './take-in.ts';

/** A row as it was sent, in the shape of the contract. */
export interface SentSignal extends Omit<Signal, 'strength'> {
  readonly of: Reference;
  /** 0–1 */
  readonly strength: number;
}

export interface SentTouch {
  readonly of: Reference;
  readonly at: Instant;
  readonly type: string;
  readonly channel: string;
  readonly program: string;
}

/** A row of signals or touches that can be taken in. */
type NewToldRow = NewRow & { readonly content: ToldRow };

export interface Placed<Row> {
  readonly position: number;
  readonly row: Row;
}

/** A request whose rows have the shape of the contract; `rejected` are those that have not. */
export interface SentRows<Row> extends Pick<NewIntake, 'idempotencyKey' | 'contentHash'> {
  readonly sent: readonly Placed<Row>[];
  readonly rejected: readonly Remark[];
}

export const takeInSignals = (
  portalId: PortalId,
  request: SentRows<SentSignal>,
  needs: TakeInNeeds,
): Promise<Receipt | TakeInRefusal> => takeInCoded(portalId, 'signals', request, codedSignals, needs);

export const takeInTouches = (
  portalId: PortalId,
  request: SentRows<SentTouch>,
  needs: TakeInNeeds,
): Promise<Receipt | TakeInRefusal> => takeInCoded(portalId, 'touches', request, codedTouches, needs);

function takeInCoded<Row>(
  portalId: PortalId,
  kind: 'signals' | 'touches',
  { sent, rejected, ...request }: SentRows<Row>,
  code: (sent: readonly Placed<Row>[], now: Instant) => { rows: NewRow[]; rejected: Remark[] },
  needs: TakeInNeeds,
): Promise<Receipt | TakeInRefusal> {
  const coded = code(sent, needs.clock());
  return takeIn(portalId, { ...request, kind, rows: coded.rows, rejected: inOrder(rejected, coded.rejected) }, needs);
}

export const inOrder = (...remarks: readonly (readonly Remark[])[]): Remark[] =>
  remarks.flat().sort((a, b) => a.row - b.row);

/** Signals as facts of the history; those whose moment cannot be are set aside. */
export const codedSignals = (sent: readonly Placed<SentSignal>[], now: Instant) =>
  coded(sent, now, ({ of, at, kind, topic, strength, source }) => ({
    kind: 'told',
    of,
    property: SIGNAL,
    value: signalValue({
      kind: toCode(kind),
      topic: toCode(topic),
      strength: Math.round(strength * 1_000),
      source: toCode(source),
    }),
    at,
  }));

/** Touches as facts of the history; those whose moment cannot be are set aside. */
export const codedTouches = (sent: readonly Placed<SentTouch>[], now: Instant) =>
  coded(sent, now, ({ of, at, type, channel, program }) => ({
    kind: 'told',
    of,
    property: TOUCH,
    value: touchValue({ type: toCode(type), channel: toCode(channel), program: toCode(program) }),
    at,
  }));

function coded<Row extends { readonly at: Instant }>(
  sent: readonly Placed<Row>[],
  now: Instant,
  toldRow: (row: Row) => ToldRow,
): { rows: NewToldRow[]; rejected: Remark[] } {
  const rows: NewToldRow[] = [];
  const rejected: Remark[] = [];
  for (const { position, row } of sent) {
    const why = problemOfInstant(row.at, now);
    if (why === undefined) rows.push({ position, content: toldRow(row) });
    else rejected.push({ row: position, field: 'at', why });
  }
  return { rows, rejected };
}
