import type { AccountCardAnswer } from '../../../src/http/contract/account.ts';

/** What the card shows of an account that is known. */
export type KnownAccount = NonNullable<AccountCardAnswer['account']>;
