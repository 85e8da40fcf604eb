import { useEffect, useState } from 'react';
import type {
  ApiKeysAnswer,
  ApiKeyView,
  CreateApiKey,
  CreatedApiKeyAnswer,
} from '../../../../src/http/contract/settings.ts';
import type { Outcome } from '../../backend/read-answer.ts';
import { ask, send } from './settings-api.ts';

export interface ApiKeys {
  /** `null` before they were read. */
  readonly keys: readonly ApiKeyView[] | null;
  /** The key that was made just now: it is shown this once. */
  readonly fresh: string | null;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly create: (key: Omit<CreateApiKey, 'key'>) => void;
  readonly revoke: (keyId: string) => void;
  /** Takes the shown key away. */
  readonly hide: () => void;
}

/** Keys of the API: read, made, revoked. */
export function useApiKeys(url: string): ApiKeys {
  const [keys, setKeys] = useState<readonly ApiKeyView[] | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(true);
  const address = `${url}/api-keys`;

  const settle = (outcome: Outcome<ApiKeysAnswer & Partial<CreatedApiKeyAnswer>>) => {
    setBusy(false);
    if (outcome.kind !== 'answered') return setProblem(outcome.message);
    setProblem(null);
    setKeys(outcome.answer.keys);
    if (outcome.answer.apiKey !== undefined) setFresh(outcome.answer.apiKey);
  };
  const act = (at: string, fields: Readonly<Record<string, unknown>>) => {
    setBusy(true);
    void send<ApiKeysAnswer & Partial<CreatedApiKeyAnswer>>(at, fields).then(settle);
  };
  useEffect(() => void ask<ApiKeysAnswer>(address).then(settle), [address]);

  return {
    keys,
    fresh,
    problem,
    isBusy,
    create: (key) => act(address, { ...key }),
    revoke: (keyId) => act(`${address}/${keyId}/revoke`, {}),
    hide: () => setFresh(null),
  };
}
