import type { NumberInputProps } from '@hubspot/ui-extensions';
import { useFormField } from './form.tsx';
import { useDraft } from './use-draft.ts';

type NumberProps = Pick<
  NumberInputProps,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus' | 'min' | 'max' | 'precision'
>;

const EMPTY = '';

/**
 * Cards get numbers; of an input that is half written they hear nothing, and of an emptied one null, although the SDK's types promise a
 * number: a card must not go on with the number that was there.
 */
export function useNumber(props: NumberProps) {
  const { name, value, defaultValue, onChange, onInput, onBlur, onFocus, min, max, precision } = props;
  const draft = useDraft<number | string>(value, defaultValue ?? EMPTY);
  const committed = useDraft<number | string>(value, defaultValue ?? EMPTY);
  const tell = (handler: ((value: number) => void) | undefined, now: number | string = draft.value) => {
    if (typeof now === 'number') handler?.(now);
    else if (now === EMPTY) (handler as ((value: null) => void) | undefined)?.(null);
  };
  const commit = () => {
    if (draft.value === committed.value) return;
    committed.set(draft.value, false);
    tell(onChange);
  };
  useFormField(name, () => (draft.value === EMPTY ? undefined : draft.value), commit);
  const setAtOnce = (next: number) => {
    draft.set(next, true);
    committed.set(next, true);
    onChange?.(next);
  };
  const input = {
    name,
    value: draft.value,
    onChange: (next: number | string) => {
      if (next === draft.value) return;
      draft.set(next, onInput !== undefined);
      tell(onInput, next);
    },
    onBlur: () => {
      commit();
      tell(onBlur);
    },
    onFocus: () => tell(onFocus),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(precision === undefined ? {} : { decimalScale: precision }),
    clampBehavior: 'none',
    hideControls: true,
    thousandSeparator: ',',
  } as const;
  return { input, setAtOnce };
}
