import type { Definitions, GroupRule } from '../document/types.ts';
import type { Names } from './facts.ts';
import { sentenceOf } from './sentences.ts';

export const touchLabel = ({ touchTypes }: Pick<Definitions, 'touchTypes'>, id: string): string =>
  touchTypes.find((type) => type.id === id)?.label ?? id;

/** What a rule of behavior counts, in a sentence. */
export function ruleText(rule: GroupRule, definitions: Definitions, names: Names): string {
  if ('when' in rule) return `While ${sentenceOf(rule.when, names)}`;
  if ('touch' in rule.on) return `Each time: ${touchLabel(definitions, rule.on.touch)}`;
  const topics = rule.on.topics ? `, about ${rule.on.topics.join(', ')}` : '';
  return `Each signal: ${rule.on.signal}${topics}, by its strength`;
}

/** A number with its sign, which is what is looked for: "+12", "−10". */
export const signedText = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);
