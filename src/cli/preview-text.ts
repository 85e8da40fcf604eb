import type { PreviewResult } from '../compose/preview.ts';
import { textTable } from './text-table.ts';

/** The figures a person looks at first, as plain text; `--json` has all of them. */
export function previewText(result: PreviewResult): string {
  const { load, stages, conversion, durations, pipeline } = result;
  const path = [...new Set(conversion.flatMap((pair) => [pair.from, pair.to]))];
  const adjacent = conversion.filter((pair) => path.indexOf(pair.to) === path.indexOf(pair.from) + 1);
  const ends = conversion.filter((pair) => pair.to === path.at(-1) && pair.entered > 0);
  const lines = [
    `As of ${result.asOf}. Rows: ${load.read} read, ${load.accepted} accepted, ${load.rejected} rejected, ${load.problems.length} problems.`,
    '',
    textTable(
      ['stage', 'entered', 'inferred', 'in it now', ''],
      stages
        .filter((stage) => stage.entered + stage.inferred > 0)
        .map((stage) => [stage.id, stage.entered, stage.inferred, stage.stock, stage.label]),
    ),
    '',
    textTable(
      ['from', 'to', 'entered', 'converted', 'inferred', 'open', 'rate', '95 % interval', 'median days'],
      [...new Set([...adjacent, ...ends])].map((pair) => [
        pair.from,
        pair.to,
        pair.entered,
        pair.converted,
        pair.inferred,
        pair.open,
        pair.entered < 20 ? '' : percent(pair.rate),
        pair.entered < 20 ? '' : `${percent(pair.low)}–${percent(pair.high)}`,
        durations.find((each) => each.from === pair.from && each.to === pair.to)?.medianDays?.toFixed(1) ?? '',
      ]),
    ),
    '',
    ...accountLines(result),
    `Pipeline: ${pipeline.opportunities} opportunities, ${pipeline.open} open, ${pipeline.won} won, ${pipeline.lost} lost; velocity per day: ${pipeline.velocityPerDay?.toFixed(2) ?? 'cannot be told'} ${pipeline.currency}.`,
    ...load.problems.slice(0, 20).map(({ file, line, column, reason }) => `${file}:${line} ${column}: ${reason}`),
    ...(load.problems.length > 20 ? [`… and ${load.problems.length - 20} more problems; --json lists all.`] : []),
    ...load.notes,
  ];
  return `${lines.join('\n')}\n`;
}

function accountLines({ accounts }: PreviewResult): string[] {
  const stages = accounts?.accounts.stages ?? [];
  if (stages.every(({ current }) => current === 0)) return [];
  return [
    textTable(
      ['account stage', 'in it now', ''],
      stages.map(({ id, current, label }) => [id, current, label]),
    ),
    '',
  ];
}

const percent = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(1)} %`);
