import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { DefinitionSet } from './definition-set.ts';
import { draftDocument, judgeDraft } from './draft-document.ts';

const { version } = SHIPPED_DEFINITIONS;
const judged = (sections: Record<string, unknown>) =>
  judgeDraft(draftDocument(SHIPPED_DEFINITIONS, sections, version), SHIPPED_DEFINITIONS);

/** Every word, number and switch of a section, with something else in its place. */
function* broken(value: unknown, path: readonly string[]): Generator<{ path: string; content: unknown }> {
  if (typeof value !== 'object' || value === null) yield { path: path.join('.'), content: { broken: true } };
  else
    for (const [name, inner] of Object.entries(value)) {
      for (const { path: at, content } of broken(inner, [...path, name])) {
        yield { path: at, content: Object.assign(Array.isArray(value) ? [] : {}, value, { [name]: content }) };
      }
    }
}

it('a draft that changes nothing differs in nothing', () => {
  expect(judged({})).toEqual({ problems: [], differences: [] });
  expect(judged(structuredClone({ ...SHIPPED_DEFINITIONS, version: 99 }))).toEqual({ problems: [], differences: [] });
});

it('each field broken in turn is named', { timeout: 30_000 }, () => {
  let tried = 0;
  for (const [section, content] of Object.entries(SHIPPED_DEFINITIONS)) {
    if (section === 'version') continue;
    for (const { path, content: changed } of broken(content, [section])) {
      const { problems } = judged({ [section]: changed });
      expect(problems.map((problem) => problem.path)).toContain(path);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(400);
});

it('a section that is left out is a difference, and one that is needed is a problem', () => {
  const { scoring, qualification, accounts } = SHIPPED_DEFINITIONS;
  expect(judged({ accounts: null })).toEqual({
    problems: [],
    differences: [{ path: 'accounts', from: accounts, to: undefined }],
  });
  expect(judged({ sources: null }).problems.map(({ path }) => path)).toEqual(['sources']);
  expect(judged({ scoring: null, qualification: null }).differences.map(({ from }) => from)).toEqual(
    expect.arrayContaining([scoring, qualification]),
  );
});

it('of very many problems some are told and the rest is counted', () => {
  const types = Array.from({ length: 150 }, () => ({}));
  const { problems } = judged({ touchTypes: types });
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({ path: '', message: expect.stringMatching(/^and \d+ more$/) as string });
});

it('what somebody else has put in force since shows as a difference', () => {
  const inForce: DefinitionSet = { ...SHIPPED_DEFINITIONS, version: version + 1, preset: 'L2R' };
  const document = draftDocument(SHIPPED_DEFINITIONS, { labels: { AQL: 'Hot' } }, inForce.version);
  expect(judgeDraft(document, inForce).differences.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['preset', 'labels.AQL']),
  );
});
