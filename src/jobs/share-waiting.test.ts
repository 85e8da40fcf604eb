import { expect, it } from 'vitest';
import { shareWaiting } from './share-waiting.ts';

/** Acts that end when the test says so. */
function held() {
  const acts: { name: string; end: PromiseWithResolvers<void> }[] = [];
  const ask = shareWaiting((a: string, b: string) => {
    const end = Promise.withResolvers<void>();
    acts.push({ name: `${a} ${b}`, end });
    return end.promise;
  });
  return { acts, ask };
}

it('a thousand at once need two runs, and each of them is over only after a run that began after it', async () => {
  const { acts, ask } = held();
  const first = ask('decide', '1');
  const rest = Promise.all(Array.from({ length: 999 }, () => ask('decide', '1')));
  expect(acts).toHaveLength(1);
  acts[0]?.end.resolve();
  await first;
  await Promise.resolve();
  expect(acts).toHaveLength(2);
  acts[1]?.end.resolve();
  await rest;
  expect(acts).toHaveLength(2);
});

it('another name waits for nobody', () => {
  const { acts, ask } = held();
  void ask('decide', '1');
  void ask('write', '1');
  void ask('decide', '2');
  expect(acts.map(({ name }) => name)).toEqual(['decide 1', 'write 1', 'decide 2']);
});

it('who asked for a run that failed hears of it; those who waited have a run of their own', async () => {
  const { acts, ask } = held();
  const first = ask('decide', '1');
  const second = ask('decide', '1');
  acts[0]?.end.reject(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  while (acts.length < 2) await Promise.resolve();
  acts[1]?.end.resolve();
  await second;
  const third = ask('decide', '1');
  expect(acts).toHaveLength(3);
  acts[2]?.end.resolve();
  await third;
});
