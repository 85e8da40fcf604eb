import type { CellTold, GroupTold, ModelAnswer, PartTold, StageTold, TableTold } from '../contract/model.ts';
import { Html, html } from './html.ts';
import { PRINT_STYLE } from './print-style.ts';

/** To the letter what its hash in the policy says. */
const STYLE = new Html(`<style>${PRINT_STYLE}</style>`);

type Days = (at: number) => string;

/** The model and its health as a document that stands alone: no scripts, nothing loaded, one style for screen and paper. */
export function printPage(answer: Omit<ModelAnswer, 'now' | 'revision'>, printedAt: number): string {
  const { version, publishedAt, publishedBy, why, zone, countedAt, glance, attention, stages, parts, groups } = answer;
  const day: Days = (at) => formatted(at, zone, { dateStyle: 'medium' });
  const moment: Days = (at) => formatted(at, zone, { dateStyle: 'medium', timeStyle: 'short' });
  return documentOf(
    'Model & health',
    html`<h1>Model &amp; health</h1>
      <p class="note">
        Version ${version}, published ${moment(publishedAt)} by ${publishedBy}: ${sentence(why)} Printed
        ${moment(printedAt)}, everybody counted ${moment(countedAt)}; zone ${zone}.
      </p>
      <p class="how">
        Print this page, or save it as a PDF, from the menu of your browser. It cannot be loaded again: ask HubSpot’s
        page for another one.
      </p>
      <ul class="glance">
        ${glance.map(({ label, number }) => html`<li><b>${number}</b>${label}</li>`)}
      </ul>
      <h2>What stands out</h2>
      ${attention.length === 0 ? html`<p>Nothing stands out.</p>` : list(attention)}
      <h2>Stages</h2>
      ${stages.map(stageOf)}
      <h2>Rules</h2>
      ${parts.map(partOf)} ${groups.map((group) => groupOf(group, day))}`,
  );
}

/** Says why there is nothing to print. */
export const printRefusal = (title: string, text: string): string =>
  documentOf(
    title,
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  );

const documentOf = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title} – Lead to Revenue</title>
        ${STYLE}
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;

const formatted = (at: number, timeZone: string, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, ...style }).format(at);

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const list = (sentences: readonly string[]): Html =>
  html`<ul>
    ${sentences.map((text) => html`<li>${text}</li>`)}
  </ul>`;

const stageOf = ({ id, label, owner, sentences }: StageTold): Html =>
  html`<section class="part">
    <h3>${label === id ? label : `${label} (${id})`} <span class="owner">${owner}</span></h3>
    ${sentences.length === 0 ? html`<p class="note">Nothing is said about this stage yet.</p>` : sentences.map((text) => html`<p>${text}</p>`)}
  </section>`;

const partOf = ({ label, sentences }: PartTold): Html =>
  html`<section class="part">
    <h3>${label}</h3>
    ${list(sentences)}
  </section>`;

const groupOf = ({ label, tables }: GroupTold, day: Days): Html =>
  html`<h2>${label}</h2>
    ${tables.map((table) => tableOf(table, day))}`;

const tableOf = ({ title, note, head, rows, empty }: TableTold, day: Days): Html =>
  html`<h3>${title}</h3>
    ${note === '' ? [] : html`<p class="note">${note}</p>`}
    ${
      rows.length === 0
        ? html`<p>${empty}</p>`
        : html`<table>
            <thead>
              <tr>
                ${head.map((text) => html`<th scope="col">${text}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (cells) =>
                  html`<tr>
                    ${cells.map((cell) => html`<td>${cellText(cell, day)}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`;

const cellText = (cell: CellTold, day: Days): string => (typeof cell === 'string' ? cell : day(cell.day));
