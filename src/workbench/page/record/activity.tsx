import type { RecordView, Task } from '../../contract.ts';
import { useSetup } from '../setup.ts';

/** What there is to do, what was noted, and what changed last. */
export function Activity({ view }: { readonly view: RecordView }) {
  const shown = useInstantFormat();
  return (
    <>
      <section className="wb-card">
        <h2>Tasks</h2>
        {view.tasks.length === 0 && <p className="wb-empty">No tasks.</p>}
        <ul className="wb-records">
          {view.tasks.map((task) => (
            <li key={task.id} data-task={task.id}>
              <strong className={task.done ? 'wb-done' : ''}>{task.title}</strong>
              <div className="wb-quiet">{taskLine(task, shown)}</div>
              <Body html={task.body} />
            </li>
          ))}
        </ul>
      </section>
      {view.notes.length > 0 && (
        <section className="wb-card">
          <h2>Notes</h2>
          <ul className="wb-records">
            {view.notes.map(({ id, at, body }) => (
              <li key={id}>
                <div className="wb-quiet">{shown(at)}</div>
                <Body html={body} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="wb-card">
        <h2>Property changes</h2>
        {view.changes.length === 0 && <p className="wb-empty">Nothing has changed yet.</p>}
        <ul className="wb-records wb-changes">
          {view.changes.map(({ at, label, value, by }, index) => (
            <li key={index}>
              <div>
                <strong>{label}</strong> {value === '' ? 'was cleared' : `set to ${value}`}
              </div>
              <div className="wb-quiet">
                {shown(at)} · {by}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function taskLine({ done, dueAt, owner, priority }: Task, shown: (at: number) => string): string {
  const due = dueAt === null ? '' : `due ${shown(dueAt)}`;
  const urgency = priority === 'none' ? '' : `${priority} priority`;
  return [done ? 'completed' : 'open', due, urgency, owner].filter((text) => text !== '').join(' · ');
}

/** Bodies of tasks and notes are HTML; here they are read as text. */
function Body({ html }: { readonly html: string }) {
  const text = new DOMParser().parseFromString(html.replaceAll(/<br\s*\/?>|<\/p>/gi, '\n'), 'text/html').body
    .textContent;
  return <div className="wb-body">{text}</div>;
}

function useInstantFormat(): (at: number) => string {
  const { portal } = useSetup();
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: portal.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (at) => format.format(at);
}
