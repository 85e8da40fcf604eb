/** One of two ways to the same answer: what it is called, and one round of it, which tells how many units of work it did. */
export interface Contender {
  readonly name: string;
  readonly round: (round: number) => Promise<number> | number;
}

/** Units of work in a second of processor time; `ratio` is how many times faster the first contender was in the same round. */
interface Round {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/**
 * Times two contenders in turn, first one then the other, so that whatever else the machine does slows both: the ratio of a round stays
 * comparable where seconds do not. Time is the processor's, which leaves out waiting for other programs. One round more goes before to
 * warm up and is not counted.
 */
export async function interleave(ours: Contender, theirs: Contender, unit: string, rounds = 7): Promise<void> {
  const done: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pace = { ours: await paceOf(ours, round), theirs: await paceOf(theirs, round) };
    if (round > 0) done.push({ ...pace, ratio: pace.ours / pace.theirs });
  }
  const ratios = done.map(({ ratio }) => ratio);
  console.log(`  ${ours.name}: ${shown(median(done.map((each) => each.ours)))} ${unit} a second`);
  console.log(`  ${theirs.name}: ${shown(median(done.map((each) => each.theirs)))} ${unit} a second`);
  const range = `${shown(Math.min(...ratios))} to ${shown(Math.max(...ratios))} in ${rounds} rounds`;
  console.log(`  ratio: ${shown(median(ratios))} (${range})`);
}

async function paceOf({ round }: Contender, index: number): Promise<number> {
  const before = process.cpuUsage();
  const units = await round(index);
  const { user, system } = process.cpuUsage(before);
  return units / ((user + system) / 1e6);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const shown = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
