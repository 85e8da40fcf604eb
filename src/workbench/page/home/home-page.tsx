import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RecordLink } from '../../contract.ts';
import { RecordLinks } from '../record-links.tsx';
import { getJson } from '../server.ts';

interface Found {
  readonly contacts: readonly RecordLink[];
  readonly deals: readonly RecordLink[];
}

/** Contacts and deals to open: those that changed last, or those that a text is found in. */
export function HomePage() {
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ contacts: [], deals: [] });
  useEffect(() => {
    let isLatest = true;
    void getJson<Found>(`/api/search?q=${encodeURIComponent(text)}`).then((now) => isLatest && setFound(now));
    return () => {
      isLatest = false;
    };
  }, [text]);
  return (
    <main className="wb-home">
      <TextInput
        aria-label="Find a record"
        placeholder="Find a contact or deal by name"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        size="md"
        autoFocus
      />
      <div className="wb-home-lists">
        <section className="wb-card">
          <h2>Contacts</h2>
          <RecordLinks records={found.contacts} empty="No contact is found." />
        </section>
        <section className="wb-card">
          <h2>Deals</h2>
          <RecordLinks records={found.deals} empty="No deal is found." />
        </section>
      </div>
    </main>
  );
}
