import type { DefinitionSet } from '../../domain/definitions/definition-set.ts';
import type { FrozenConversion, FrozenRow } from '../../domain/health/frozen-conversion.ts';
import type { RecycleYield } from '../../domain/health/recycle-yield.ts';
import { shareOf } from '../share-of.ts';
import { type GroupTold, shareText, type TableTold } from './told-table.ts';

const HEAD = ['Leads', 'MAL', 'MQO', 'SQO', 'Won', 'Open', 'AQL to SQO'];

/** What became of AQLs by what was frozen when they became one (S2-27, S2-69). */
export function conversionGroup(conversion: FrozenConversion, definitions: DefinitionSet): GroupTold {
  const { all, unfrozen, grades, bands, cells, gates, priorities, versions } = conversion;
  const table = (
    title: string,
    what: string,
    rows: readonly FrozenRow[],
    note = '',
    nameOf = (key: string) => key,
  ) => ({
    title,
    note,
    head: [what, ...HEAD],
    rows: rows.map((row) => [row.key === '' ? UNSCORED : nameOf(row.key), ...countsOf(row)]),
    empty: 'No lead became an AQL by a decision of the app yet.',
  });
  return {
    id: 'conversion',
    label: 'Conversion by what was frozen at AQL',
    tables: [
      table(
        'By grade',
        'Grade',
        grades,
        [
          `Leads that became an AQL by a decision of the app, since the portal was connected: ${all.entries}.`,
          'A stage counts where it or a later one was entered; open: not ended and short of SQO.',
          ...(unfrozen > 0
            ? [`Left out, as nothing was frozen: AQLs set in HubSpot itself or from before (${unfrozen}).`]
            : []),
        ].join(' '),
      ),
      table('By band of behavior', 'Band', bands),
      table('By cell of grade and band', 'Cell', cells),
      table('By gate', 'Gate', gates, 'Gates see different people, unless their conditions split people alike.', (id) =>
        gateLabel(id, definitions),
      ),
      table('By priority', 'Priority', priorities),
      table('By version of the rules', 'Version', versions),
    ],
  };
}

const UNSCORED = 'Raised hand, not scored';

/** A gate that the set in force does not know any more goes by its code. */
export const gateLabel = (id: string, { qualification }: DefinitionSet): string =>
  qualification?.gates.find((gate) => gate.id === id)?.label ?? id;

const countsOf = ({ entries, mal, mqo, sqo, won, open }: FrozenRow): string[] => [
  ...[entries, mal, mqo, sqo, won, open].map(String),
  shareText(shareOf(sqo, entries)),
];

/** What recycling brings back, by reason and delay (N12). */
export function yieldTable(yields: readonly RecycleYield[], { work }: DefinitionSet): TableTold {
  const labelOf = (reason: string) =>
    reason === '' ? 'No reason given' : (work?.recycleReasons.find(({ value }) => value === reason)?.label ?? reason);
  return {
    title: 'What recycling brings back',
    note: `All leads that were ever recycled: ${yields.reduce((total, { recycled }) => total + recycled, 0)}. Back: of the recycled, a later attempt became an AQL, before it was recycled again. SQO and won: of those that came back, in that second pass. Away: not back although the rest is over.`,
    head: ['Reason', 'Rest', 'Recycled', 'Resting', 'Away', 'Back', 'How', 'SQO', 'Won', 'Open'],
    rows: yields.map((each) => [
      labelOf(each.reason),
      `${each.delayDays} days`,
      ...[each.recycled, each.resting, each.away].map(String),
      shareText(shareOf(each.back, each.recycled)),
      waysOf(each),
      shareText(shareOf(each.sqo, each.back)),
      shareText(shareOf(each.won, each.back)),
      `${each.open}`,
    ]),
    empty: 'No lead was recycled yet.',
  };
}

function waysOf({ woken, raisedHand, active, inHubSpot }: RecycleYield): string {
  const ways: [number, string][] = [
    [woken, 'by its time'],
    [raisedHand, 'raised a hand'],
    [active, 'became active'],
    [inHubSpot, 'set in HubSpot'],
  ];
  return ways
    .filter(([count]) => count > 0)
    .map(([count, way]) => `${count} ${way}`)
    .join(', ');
}
