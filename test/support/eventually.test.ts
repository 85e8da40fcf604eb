import { expect, test } from 'vitest';
import { eventually } from './eventually.ts';

test('returns the first answer that is not undefined, null or false', async () => {
  const answers = [undefined, null, false, 'done', 'too late'];
  expect(await eventually(() => answers.shift(), { every: 1 })).toBe('done');
});

test('zero and the empty text are answers', async () => {
  expect(await eventually(() => 0)).toBe(0);
  expect(await eventually(() => '')).toBe('');
});

test('a check that fails is tried again', async () => {
  let tries = 0;
  await eventually(
    () => {
      expect(++tries).toBe(3);
      return true;
    },
    { every: 1 },
  );
  expect(tries).toBe(3);
});

test('gives up with the last value', async () => {
  const wait = eventually(() => undefined, { within: 5, every: 1 });
  await expect(wait).rejects.toThrow('Not within 5 ms; the last value was undefined.');
});

test('gives up with the last error as its cause', async () => {
  const refused = new Error('connection refused');
  const wait = eventually(() => Promise.reject(refused), { within: 5, every: 1 });
  await expect(wait).rejects.toMatchObject({
    message: expect.stringContaining('connection refused') as string,
    cause: refused,
  });
});
