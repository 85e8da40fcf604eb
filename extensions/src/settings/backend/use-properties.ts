import { useEffect, useState } from 'react';
import type { PropertiesAnswer } from '../../../../src/http/contract/settings.ts';
import type { AskableProperty } from '../document/types.ts';
import { ask } from './settings-api.ts';

export interface Properties {
  readonly list: readonly AskableProperty[];
  /** Why the list is not complete, in words; `null` when it is. */
  readonly problem: string | null;
}

/** The properties of contacts and companies that rules can ask about. */
export function useProperties(url: string): Properties {
  const [found, setFound] = useState<Properties>({ list: [], problem: null });
  useEffect(() => {
    let isShown = true;
    for (const of of ['contact', 'company'])
      void ask<PropertiesAnswer>(`${url}/properties?of=${of}`).then((outcome) => {
        if (!isShown) return;
        setFound(({ list, problem }) =>
          outcome.kind === 'answered'
            ? { list: [...list, ...outcome.answer.properties], problem }
            : { list, problem: outcome.message },
        );
      });
    return () => {
      isShown = false;
    };
  }, [url]);
  return found;
}
