import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FoundRecords } from '../../contract.ts';
import { RecordLinks } from '../record-links.tsx';
import { getJson } from '../server.ts';

const NOTHING: FoundRecords = { contacts: [], companies: [], deals: [] };

const LISTS = [
  { label: 'Contacts', key: 'contacts', empty: 'No contact is found.' },
  { label: 'Companies', key: 'companies', empty: 'No company is found.' },
  { label: 'Deals', key: 'deals', empty: 'No deal is found.' },
] as const;

/** Records to open: those that changed last, or those that a text is found in. */
export function HomePage() {
  const [text, setText] = useState('');
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    let isLatest = true;
    void getJson<FoundRecords>(`/api/search?q=${encodeURIComponent(text)}`).then((now) => isLatest && setFound(now));
    return () => {
      isLatest = false;
    };
  }, [text]);
  return (
    <main className="wb-home">
      <TextInput
        aria-label="Find a record"
        placeholder="Find a contact, company or deal by name"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        size="md"
        autoFocus
      />
      <div className="wb-home-lists">
        {LISTS.map(({ label, key, empty }) => (
          <section key={key} className="wb-card">
            <h2>{label}</h2>
            <RecordLinks records={found[key]} empty={empty} />
          </section>
        ))}
      </div>
    </main>
  );
}
