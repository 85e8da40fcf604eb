import { describe, expect, it } from 'vitest';
import { pendingMigrations } from './pending-migrations.ts';

const migration = (number: number, sha256 = `sum-${number}`) => ({ number, name: 'step', sql: '', sha256 });
const [one, two, three] = [migration(1), migration(2), migration(3)];

describe('a database still needs', () => {
  it('every migration when it has none', () => expect(pendingMigrations([], [one, two])).toEqual([one, two]));
  it('those after its last one', () => expect(pendingMigrations([one], [one, two, three])).toEqual([two, three]));
  it('nothing when it has them all', () => expect(pendingMigrations([one, two], [one, two])).toEqual([]));
});

describe('a database is refused', () => {
  it('when it has a migration that this version does not know', () => {
    expect(() => pendingMigrations([one, two], [one])).toThrow('0002-step, which this version does not know');
    expect(() => pendingMigrations([one], [])).toThrow('start a newer version');
  });

  it('when one of its migrations has another content now', () => {
    expect(() => pendingMigrations([migration(1, 'other')], [one, two])).toThrow('0001-step was changed');
  });

  it('when a migration appears among those it has, or one of them is gone', () => {
    expect(() => pendingMigrations([one, three], [one, two, three])).toThrow('0003-step was changed');
    expect(() => pendingMigrations([one, two, three], [one, three])).toThrow('0002-step was changed');
  });
});
