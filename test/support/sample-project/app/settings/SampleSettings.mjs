import {
  Button,
  Flex,
  Form,
  hubspot,
  MultiSelect,
  RadioButton,
  SearchInput,
  StepperInput,
  Text,
  TimeInput,
  ToggleGroup,
  Tooltip,
} from '@hubspot/ui-extensions';
import { createElement as h, useEffect, useState } from 'react';

const regions = [
  { label: 'North', value: 1 },
  { label: 'South', value: 'south' },
  { label: 'West', value: true },
];
const days = [
  { label: 'Monday', value: 'mon', initialIsChecked: true },
  { label: 'Tuesday', value: 'tue' },
  { label: 'Sunday', value: 'sun', readOnly: true, description: 'Never worked' },
];
const modes = [
  { label: 'Observe', value: 'observe' },
  { label: 'Enforce', value: 'enforce' },
];

/** A settings form with the inputs that cards rarely need. */
function SampleSettings({ context }) {
  const [greeting, setGreeting] = useState('');
  const [state, setState] = useState({ points: 5, mode: 'observe', search: '', submitted: '' });
  const set = (name) => (value) => setState((before) => ({ ...before, [name]: value }));
  useEffect(() => {
    const read = async () => {
      const response = await hubspot.fetch(`${context.variables.API_ORIGIN}/extension/v1/settings`);
      setGreeting((await response.json()).greeting);
    };
    void read();
  }, [context.variables.API_ORIGIN]);
  return h(
    Form,
    { onSubmit: ({ targetValue }) => set('submitted')(JSON.stringify(targetValue)) },
    h(Text, { testId: 'place' }, `${context.location} of ${context.user.firstName}: ${greeting}`),
    h(SearchInput, { name: 'search', label: 'Find a rule', value: state.search, onInput: set('search') }),
    h(Text, { testId: 'searched' }, `looking for ${state.search}`),
    h(MultiSelect, { name: 'regions', label: 'Regions', options: regions, placeholder: 'All of them' }),
    h(StepperInput, {
      name: 'points',
      label: 'Points',
      value: state.points,
      min: 0,
      max: 6,
      maxValueReachedTooltip: 'Six at most',
      onChange: set('points'),
    }),
    h(TimeInput, { name: 'opensAt', label: 'Opens at', interval: 15 }),
    h(ToggleGroup, { name: 'days', label: 'Working days', options: days, inline: true }),
    h(ToggleGroup, {
      name: 'mode',
      label: 'Mode',
      toggleType: 'radioButtonList',
      options: modes,
      value: state.mode,
      onChange: set('mode'),
    }),
    h(
      Flex,
      { gap: 'md' },
      h(RadioButton, { name: 'size', value: 'small', initialIsChecked: true }, 'Small'),
      h(RadioButton, { name: 'size', value: 'large' }, 'Large'),
    ),
    h(Text, { testId: 'heard' }, `${state.points} ${state.mode}`),
    h(Button, { type: 'submit', variant: 'primary', overlay: h(Tooltip, null, 'Everybody sees it at once') }, 'Save'),
    h(Text, { testId: 'submitted' }, state.submitted),
  );
}

hubspot.extend(({ context }) => h(SampleSettings, { context }));
