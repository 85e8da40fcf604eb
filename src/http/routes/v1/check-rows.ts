import type { z } from 'zod';
import { inSlices } from '../../../usecases/in-slices.ts';
import type { Remark } from '../../../usecases/take-in.ts';
import type { Placed } from '../../../usecases/take-in-told.ts';

/** Rows that have the shape of the contract; of each other row the first thing that is wrong. */
export async function checkRows<Row>(
  schema: z.ZodType<Row>,
  rows: readonly unknown[],
): Promise<{ sent: Placed<Row>[]; rejected: Remark[] }> {
  const sent: Placed<Row>[] = [];
  const rejected: Remark[] = [];
  await inSlices(rows, (row, position) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) sent.push({ position, row: parsed.data });
    else rejected.push({ row: position, ...remarkOf(parsed.error) });
  });
  return { sent, rejected };
}

/** Names places, never values. */
function remarkOf({ issues: [issue] }: z.ZodError): Omit<Remark, 'row'> {
  if (issue?.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    return { field: /^\w{1,40}$/.test(name) ? name : '', why: 'is not a member of a row' };
  }
  return { field: issue?.path.join('.') ?? '', why: issue?.message ?? 'is not a row' };
}
