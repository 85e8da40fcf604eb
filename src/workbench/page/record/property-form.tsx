import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { PropertyView } from '../../contract.ts';
import type { RecordFeed } from '../record-feed.ts';
import { RefusedError, sendJson } from '../server.ts';

interface PropertyFormProps {
  readonly property: PropertyView;
  readonly feed: RecordFeed;
  readonly end: () => void;
}

/** Edits one property. Refused values stay in the form, with HubSpot's reason. */
export function PropertyForm({ property, feed, end }: PropertyFormProps) {
  const [text, setText] = useState(toField(property));
  const [problem, setProblem] = useState('');
  const save = async () => {
    try {
      const properties = { [property.name]: fromField(property, text) };
      await sendJson('PATCH', `/api/records/${feed.path}`, { properties });
      await feed.refresh();
      end();
    } catch (error) {
      setProblem(error instanceof RefusedError ? error.message : 'The workbench does not answer.');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') end();
  };
  const field = {
    'aria-label': property.label,
    size: 'xs',
    value: text,
    error: problem,
    autoFocus: true,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setText(currentTarget.value),
  } as const;
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} className="wb-property-form">
      <Field property={property} field={field} />
      <Group gap={6} mt={6}>
        <Button type="submit" size="compact-xs" color="dark">
          Save
        </Button>
        <Button type="button" size="compact-xs" variant="default" onClick={end}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

function Field({ property, field }: { property: PropertyView; field: { value: string; [name: string]: unknown } }) {
  const { type, fieldType, options } = property;
  if (options.length > 0 && fieldType !== 'checkbox') {
    return <NativeSelect {...field} data={[{ value: '', label: '—' }, ...options]} />;
  }
  if (fieldType === 'textarea') return <Textarea {...field} autosize />;
  if (type === 'datetime') return <TextInput {...field} type="datetime-local" description="UTC" />;
  return <TextInput {...field} type={type === 'date' ? 'date' : 'text'} />;
}

/** The browser's field for instants knows no zone; it holds UTC here. */
const toField = ({ type, value }: PropertyView): string => (type === 'datetime' ? value.slice(0, 16) : value);

const fromField = ({ type }: PropertyView, text: string): string =>
  type === 'datetime' && text !== '' ? `${text}:00Z` : text;
