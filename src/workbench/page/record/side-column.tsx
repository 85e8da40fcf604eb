import { CardView } from './card-view.tsx';
import { RecordLinks } from '../record-links.tsx';
import type { CardColumnProps } from './column-props.ts';

/** Sidebar cards, then the records this one is associated with. */
export function SideColumn({ view, feed, cards }: CardColumnProps) {
  return (
    <aside className="wb-column wb-right">
      {cards.map((card) => (
        <details key={card.id} className="wb-card wb-app-card" open data-card={card.id}>
          <summary>
            <h2>{card.title}</h2>
          </summary>
          <CardView card={card} feed={feed} typeId={view.typeId} />
        </details>
      ))}
      {view.associated.map(({ label, records }) => (
        <details key={label} className="wb-card" open>
          <summary>
            <h2>
              {label} ({records.length})
            </h2>
          </summary>
          <RecordLinks records={records} empty="None." />
        </details>
      ))}
    </aside>
  );
}
