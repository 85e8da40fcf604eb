import { expect, it } from 'vitest';
import { printPage } from './print-page.ts';

const answer = {
  zone: 'Europe/Berlin',
  version: 4,
  publishedAt: Date.UTC(2026, 5, 30, 23),
  publishedBy: 'Alma <b>',
  why: 'a & b',
  countedAt: Date.UTC(2026, 6, 1),
  stages: [{ id: 'AQL', label: '"MQL"', owner: 'SDR', sentences: [] }],
  parts: [{ label: 'Gate', sentences: ['<script>alert(1)</script>'] }],
  glance: [{ label: 'Held', number: 7 }],
  attention: [],
  groups: [
    {
      id: 'g',
      label: 'Group',
      tables: [
        {
          title: 'Full',
          note: '',
          head: ['Contact', 'Since'],
          rows: [['<42>', { day: Date.UTC(2026, 5, 30, 23) }]],
          empty: '',
        },
        { title: 'Empty', note: 'Over nobody.', head: ['Contact'], rows: [], empty: 'Nobody is held.' },
      ],
    },
  ],
};

it('whatever is put in is text, days are those of the reporting zone, and what is empty says so', () => {
  const page = printPage(answer, Date.UTC(2026, 6, 1));
  expect(page).not.toMatch(/<script|<b>alma|<42>/i);
  for (const part of [
    '&#60;script&#62;alert(1)&#60;/script&#62;',
    'Version 4, published 1 Jul 2026, 01:00 by Alma &#60;b&#62;: a &#38; b.',
    '&#34;MQL&#34; (AQL)',
    'Nothing is said about this stage yet.',
    '<td>&#60;42&#62;</td>',
    '<td>1 Jul 2026</td>',
    '<b>7</b>Held',
    'Nothing stands out.',
    'Over nobody.',
    'Nobody is held.',
  ])
    expect(page).toContain(part);
});
