import type { DefinitionSet } from '../../domain/definitions/definition-set.ts';
import { type GateVerdict, VERDICT_AFTER_DAYS } from '../../domain/health/frozen-conversion.ts';
import type { Lives } from '../count-lives.ts';
import type { Health } from '../health-view.ts';
import { contactGroup } from './contact-tables.ts';
import { gateGroup, workGroup } from './gate-tables.ts';
import { goalTable } from './goal-table.ts';
import { conversionGroup, gateLabel, yieldTable } from './lead-tables.ts';
import { type GroupTold, percent } from './told-table.ts';

/** What of the model's life is told. */
interface Lived {
  readonly health: Health;
  readonly lives: Lives;
  readonly definitions: DefinitionSet;
  /** Contact properties that are followed. */
  readonly read: ReadonlySet<string>;
}

/** How the model is lived, in the order in which it is read: figures, what stands out, then the tables by question. */
export function tellHealth({ health, lives, definitions, read }: Lived) {
  const { conversion, recycling, stale, at } = lives;
  const keptBack = health.keptBack.reduce((sum, { count }) => sum + count, 0);
  const count = (label: string, number: number) => ({ label, number });
  return {
    countedAt: at,
    glance: [
      count('AQLs decided', conversion.all.entries),
      count('of them SQO', conversion.all.sqo),
      count(
        'Recycled',
        recycling.reduce((sum, { recycled }) => sum + recycled, 0),
      ),
      count(`Kept back in ${health.days} days`, keptBack),
      count('Held', health.held),
      count('Open contacts', stale.contacts),
    ],
    attention: attentionOf(health, lives, definitions),
    groups: [
      { id: 'goals', label: 'Stages and their goals', tables: [goalTable(health)] },
      conversionGroup(conversion, definitions),
      { id: 'recycling', label: 'Recycling', tables: [yieldTable(recycling, definitions)] },
      gateGroup(health),
      workGroup(health),
      contactGroup(lives, definitions, read),
    ] satisfies GroupTold[],
  };
}

/** What a person should look at first, each with what to do. */
function attentionOf(health: Health, { conversion, stale }: Lives, definitions: DefinitionSet): string[] {
  const late = health.adoption.reduce((sum, each) => sum + each.late, 0);
  const long = stale.quiet.find(({ days }) => days === 180)?.count ?? 0;
  const kept = health.keptBack.map(({ label, count }) => `${label.toLowerCase()} ${count}`);
  const sentences: (string | false)[] = [
    ...conversion.alarms.map(
      ({ of, sentence }) => `${of === 'grade' ? 'Grade' : 'Band'} ${sentence} Look at the points behind it.`,
    ),
    ...conversion.verdicts.map((verdict) => verdictText(verdict, definitions)),
    late > 0 && `Late offers in the last ${health.days} days: ${late}. See who and how fast under Offers.`,
    health.held > 0 && `Held since the rules changed: ${health.held}. Let them through, or not, on the settings page.`,
    kept.length > 0 && `Kept back in the last ${health.days} days: ${kept.join(', ')}.`,
    stale.bounced > 0 && `Contacts being worked whose e-mail bounces: ${stale.bounced}.`,
    long > 0 && `Contacts being worked and not heard of for more than 180 days: ${long} of ${stale.contacts}.`,
  ];
  return sentences.filter((sentence) => sentence !== false);
}

function verdictText({ better, worse, pValue }: GateVerdict, definitions: DefinitionSet): string {
  const told = ({ sqo, entries }: GateVerdict['better']) => `${sqo} of ${entries} (${percent(sqo / entries)})`;
  const chance = pValue < 0.001 ? '0.1 %' : `${(pValue * 100).toFixed(1)} %`;
  return `Of AQLs at least ${VERDICT_AFTER_DAYS} days old, gate "${gateLabel(better.key, definitions)}" brings more to SQO than "${gateLabel(worse.key, definitions)}": ${told(better)} against ${told(worse)}; chance alone makes such a difference in ${chance} of cases at most.`;
}
