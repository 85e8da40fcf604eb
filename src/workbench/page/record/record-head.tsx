import type { RecordView } from '../../contract.ts';
import type { RecordFeed } from '../record-feed.ts';
import { Happenings } from './happenings.tsx';

export function RecordHead({ view, feed }: { readonly view: RecordView; readonly feed: RecordFeed }) {
  return (
    <section className="wb-card wb-record-head">
      <div className="wb-avatar" aria-hidden="true">
        {initials(view.title)}
      </div>
      <div>
        <h1>{view.title}</h1>
        <div className="wb-quiet">{view.subtitle}</div>
        {view.type === 'contact' && <Happenings feed={feed} />}
      </div>
    </section>
  );
}

const initials = (title: string): string =>
  title
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
