import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { ColumnProps } from './column-props.ts';
import { PropertyRow } from './property-row.tsx';

/** The properties. The first group is always whole; of the others only what has a value, unless asked for. */
export function PropertiesColumn({ view, feed }: ColumnProps) {
  const [showsEmpty, setShowsEmpty] = useState(false);
  return (
    <aside className="wb-column wb-left">
      {view.groups.map(({ label, properties }, index) => {
        const shown = properties.filter(({ value }) => index === 0 || showsEmpty || value !== '');
        return (
          <details key={label} className="wb-card" open={index === 0 || properties[0]?.managed}>
            <summary>
              <h2>{label}</h2>
            </summary>
            {shown.length === 0 && <p className="wb-empty">Nothing yet.</p>}
            {shown.map((property) => (
              <PropertyRow key={property.name} property={property} feed={feed} />
            ))}
          </details>
        );
      })}
      <Switch
        size="xs"
        label="Show empty properties"
        checked={showsEmpty}
        onChange={({ currentTarget }) => setShowsEmpty(currentTarget.checked)}
      />
    </aside>
  );
}
