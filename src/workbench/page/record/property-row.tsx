import { useState } from 'react';
import type { PropertyView } from '../../contract.ts';
import type { RecordFeed } from '../record-feed.ts';
import { PropertyForm } from './property-form.tsx';

interface PropertyRowProps {
  readonly property: PropertyView;
  readonly feed: RecordFeed;
}

/** A property with its value; a click on the value edits it. */
export function PropertyRow({ property, feed }: PropertyRowProps) {
  const [isEditing, setEditing] = useState(false);
  const { name, label, shown, editable, managed, description } = property;
  const value = shown === '' ? <span className="wb-quiet">—</span> : shown;
  return (
    <div className={`wb-property${managed ? ' wb-managed' : ''}`} data-property={name}>
      <div className="wb-property-label" title={`${name}${description === '' ? '' : `: ${description}`}`}>
        {label}
      </div>
      {isEditing ? (
        <PropertyForm property={property} feed={feed} end={() => setEditing(false)} />
      ) : editable ? (
        <button
          type="button"
          className="wb-plain-button wb-property-value"
          aria-label={`Edit ${label}`}
          onClick={() => setEditing(true)}
        >
          {value}
        </button>
      ) : (
        <div className="wb-property-value">{value}</div>
      )}
    </div>
  );
}
