// The status page: asks for the figures every two seconds and shows them. Text is set as text, never as markup.

const number = new Intl.NumberFormat('en');
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const shown = new Map();

async function refresh() {
  try {
    const answer = await fetch('/status.json');
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    show(await answer.json());
    document.getElementById('problem').textContent = '';
  } catch (fault) {
    document.getElementById('problem').textContent =
      `The backend does not answer (${fault.message}). The figures above may be old; trying again.`;
  }
  setTimeout(refresh, 2000);
}

function show(report) {
  const backfill =
    report.backfilledAt === null
      ? 'history is being read'
      : `history complete since ${report.backfilledAt.slice(0, 16).replace('T', ' ')} UTC`;
  document.getElementById('portal').textContent =
    `Portal ${report.portalId} · ${report.zone} · definitions v${report.definitionVersion} · ${backfill}`;
  showWaterfall(report.waterfall);
  showAccounts(report.accounts);
  const { open, won, lost, winRate, velocityPerDay, currency } = report.pipeline;
  showList('pipeline', [
    ['Open opportunities', number.format(open)],
    ['Won', number.format(won)],
    ['Lost', number.format(lost)],
    ['Win rate', winRate === null ? '–' : percent(winRate)],
    ['Velocity per day', velocityPerDay === null ? '–' : `${number.format(Math.round(velocityPerDay))} ${currency}`],
  ]);
  showList(
    'exits',
    report.exits.map(({ label, entered }) => [label, number.format(entered)]),
  );
  const { work, deliveries, hubspotCalls, hygiene } = report;
  showList('work', [
    ['Lines of history', number.format(work.events)],
    ['Journeys of unknown channel', `${number.format(hygiene.unknownChannel)} of ${number.format(hygiene.journeys)}`],
    ['Deliveries waiting', number.format(work.inboxOpen)],
    ['Writes waiting', number.format(work.outboxOpen)],
    ['Writes refused by HubSpot', number.format(work.parked)],
    ['Events in quarantine', number.format(work.quarantined)],
    ...Object.entries(deliveries).map(([result, count]) => [`Deliveries ${result}`, number.format(count)]),
    ...Object.entries(hubspotCalls).map(([outcome, count]) => [`Calls ${outcome}`, number.format(count)]),
  ]);
}

function showWaterfall(rows) {
  const largest = Math.max(1, ...rows.map((row) => row.entered + row.inferred));
  const body = document.querySelector('#waterfall tbody');
  body.replaceChildren(
    ...rows.map((row) => {
      const line = document.createElement('tr');
      line.dataset.stage = row.id;
      line.append(
        head(row),
        bar(row, largest),
        count(`${row.id} entered`, row.entered),
        count(`${row.id} inferred`, row.inferred),
        count(`${row.id} stock`, row.stock),
        step(row.step),
        median(row.step),
      );
      return line;
    }),
  );
}

function showAccounts(rows) {
  const section = document.getElementById('accounts');
  section.hidden = rows === null || rows.every((row) => row.entered + row.inferred === 0);
  if (section.hidden) return;
  const largest = Math.max(1, ...rows.map((row) => row.entered + row.inferred));
  section.querySelector('tbody').replaceChildren(
    ...rows.map((row) => {
      const line = document.createElement('tr');
      line.dataset.stage = row.id;
      line.append(
        head(row),
        bar(row, largest),
        count(`${row.id} entered`, row.entered),
        count(`${row.id} inferred`, row.inferred),
        count(`${row.id} current`, row.current),
      );
      return line;
    }),
  );
}

function head(row) {
  const cell = document.createElement('th');
  cell.scope = 'row';
  cell.append(row.id, small(row.label));
  return cell;
}

function bar(row, largest) {
  const cell = document.createElement('td');
  const box = document.createElement('div');
  box.className = 'bar';
  for (const part of [row.entered, row.inferred]) {
    const piece = document.createElement('span');
    piece.style.width = `${(part / largest) * 100}%`;
    box.append(piece);
  }
  cell.append(box);
  return cell;
}

/** A count that changed since it was last shown lights up for a moment. */
function count(key, value) {
  const cell = document.createElement('td');
  cell.className = 'number';
  cell.textContent = number.format(value);
  if (shown.has(key) && shown.get(key) !== value) cell.classList.add('moved');
  shown.set(key, value);
  return cell;
}

function step(part) {
  const cell = document.createElement('td');
  cell.className = 'number';
  if (part === null) return cell;
  const counts = `${number.format(part.converted)} of ${number.format(part.entered)}, ${number.format(part.open)} open`;
  if (part.rate === null || part.entered < 20) cell.append(counts);
  else cell.append(percent(part.rate), small(`${percent(part.low)}–${percent(part.high)} · ${counts}`));
  return cell;
}

function median(part) {
  const cell = document.createElement('td');
  cell.className = 'number';
  cell.textContent = part === null || part.medianDays === null ? '' : `${part.medianDays.toFixed(1)} d`;
  return cell;
}

function small(text) {
  const span = document.createElement('span');
  span.className = 'small';
  span.textContent = text;
  return span;
}

function showList(id, pairs) {
  document.getElementById(id).replaceChildren(
    ...pairs.flatMap(([name, value]) => {
      const term = document.createElement('dt');
      const detail = document.createElement('dd');
      term.textContent = name;
      detail.textContent = value;
      return [term, detail];
    }),
  );
}

refresh();
