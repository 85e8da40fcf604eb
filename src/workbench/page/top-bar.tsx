import { NativeSelect } from '@mantine/core';
import { asPerson } from './server.ts';
import { me, useSetup } from './setup.ts';

/** Who one is, and the way back to the list. Being somebody else reloads the page: every card starts anew for that person. */
export function TopBar() {
  const setup = useSetup();
  const person = me(setup);
  return (
    <header className="wb-top">
      <a href={asPerson('/')} className="wb-top-name">
        Workbench
      </a>
      <span className="wb-top-app">{setup.app.name}</span>
      <label className="wb-top-person">
        <span>Viewed as</span>
        <NativeSelect
          aria-label="Viewed as"
          size="xs"
          value={String(person.userId)}
          onChange={({ currentTarget }) => location.assign(asPerson(location.pathname, currentTarget.value))}
          data={setup.people.map(({ userId, name, title }) => ({ value: String(userId), label: `${name} · ${title}` }))}
        />
      </label>
    </header>
  );
}
