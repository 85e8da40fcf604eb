import { createContext, useContext } from 'react';
import type { Person, Setup } from '../contract.ts';
import { personId } from './server.ts';

export const SetupContext = createContext<Setup | null>(null);

export function useSetup(): Setup {
  const setup = useContext(SetupContext);
  if (setup === null) throw new Error('The page is drawn before the workbench answered.');
  return setup;
}

/** Who one is here: the person of the address, or the first. */
export function me({ people }: Setup): Person {
  const person = people.find(({ userId }) => String(userId) === personId) ?? people[0];
  if (person === undefined) throw new Error('The workbench has no people.');
  return person;
}
