import type { RecordLink } from '../contract.ts';
import { asPerson } from './server.ts';

const PATHS = { contact: 'contacts', company: 'companies', deal: 'deals' } as const;

/** Records to go to, each with a line that tells it apart. */
export function RecordLinks({ records, empty }: { readonly records: readonly RecordLink[]; readonly empty: string }) {
  if (records.length === 0) return <p className="wb-empty">{empty}</p>;
  return (
    <ul className="wb-records">
      {records.map(({ type, id, title, subtitle }) => (
        <li key={id}>
          <a href={asPerson(`/${PATHS[type]}/${id}`)}>{title}</a>
          <div className="wb-quiet">{subtitle}</div>
        </li>
      ))}
    </ul>
  );
}
