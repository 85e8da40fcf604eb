import { NativeSelect } from '@mantine/core';
import { asPerson } from './server.ts';
import { me, useSetup } from './setup.ts';

/** Where one can go, and who one is. Being somebody else reloads the page: every extension starts anew for that person. */
export function TopBar() {
  const setup = useSetup();
  const person = me(setup);
  const has = (place: 'home' | 'settings') => setup.pages.some(({ location }) => location === place);
  return (
    <header className="wb-top">
      <span className="wb-top-name">Workbench</span>
      <span className="wb-top-app">{setup.app.name}</span>
      <nav className="wb-top-nav" aria-label="Workbench">
        <TopLink path="/">Home</TopLink>
        {has('home') && <TopLink path="/app">App home</TopLink>}
        {has('settings') && <TopLink path="/settings">Settings</TopLink>}
      </nav>
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

const TopLink = ({ path, children }: { readonly path: string; readonly children: string }) => (
  <a href={asPerson(path)} aria-current={location.pathname === path ? 'page' : undefined}>
    {children}
  </a>
);
