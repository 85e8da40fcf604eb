import { createHash } from 'node:crypto';

/** Set for paper first: black on white, no table torn from its title, the head repeated on each sheet. */
export const PRINT_STYLE = `
@page { size: A4; margin: 16mm 14mm; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: #1b2733; background: #fff;
  font: 14px/1.45 system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; }
h2 { margin: 2rem 0 .5rem; padding-bottom: .25rem; font-size: 1.2rem; border-bottom: 2px solid #1b2733; break-after: avoid; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; break-after: avoid; }
p { margin: .25rem 0; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
.note, .owner { color: #55636f; font-size: .9em; font-weight: normal; }
.glance { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 1rem 0; padding: 0; list-style: none; }
.glance b { display: block; font-size: 1.5rem; line-height: 1.2; }
section.part { break-inside: avoid; }
table { width: 100%; margin: .5rem 0 0; border-collapse: collapse; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: .25rem .5rem .25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #cdd5dc; }
th { border-bottom-color: #1b2733; }
@media screen { .how { padding: .5rem .75rem; background: #eef3f7; } }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .how { display: none; } }
`;

/** Nothing may be loaded, run or sent from the page; of styles only the one that is in it. */
export const PRINT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PRINT_STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
