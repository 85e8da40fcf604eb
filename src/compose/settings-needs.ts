import { settingsTransaction } from '../store/settings-transaction.ts';
import type { SettingsNeeds } from '../usecases/settings-ports.ts';
import type { Core } from './core.ts';

/** What is done on the settings page, wired to the store. */
export function settingsNeeds({ database, config, clock }: Pick<Core, 'database' | 'config' | 'clock'>): SettingsNeeds {
  return {
    clock,
    needsSecondApprover: config.needsSecondApprover,
    inSettings: (id, work) => database.inPortal(id, (tx) => work(settingsTransaction(tx, id, clock))),
  };
}
