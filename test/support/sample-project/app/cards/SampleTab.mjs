import {
  Button,
  ButtonRow,
  CurrencyInput,
  DateInput,
  Flex,
  Form,
  hubspot,
  Input,
  Modal,
  ModalBody,
  ModalFooter,
  Select,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Text,
  Toggle,
} from '@hubspot/ui-extensions';
import { CrmReport } from '@hubspot/ui-extensions/crm';
import { createElement as h, useState } from 'react';

const stages = [
  { stage: 'Lead', people: 12 },
  { stage: 'Won', people: 3 },
];

/** Everything that a card does with the page around it, in small. */
function SampleTab({ context, actions }) {
  return h(
    Flex,
    { direction: 'column', gap: 'md' },
    h(Greeting, { context }),
    h(Question, { actions }),
    h(
      Tabs,
      { defaultSelected: 'form' },
      h(Tab, { tabId: 'form', title: 'Form' }, h(SampleForm)),
      h(Tab, { tabId: 'table', title: 'Table' }, h(SampleTable)),
    ),
    h(CrmReport, { reportId: 1 }),
  );
}

function Greeting({ context }) {
  const [answer, setAnswer] = useState('nothing asked yet');
  const ask = async () => {
    const response = await hubspot.fetch(
      `${context.variables.API_ORIGIN}/extension/v1/hello?of=${context.crm.objectId}`,
    );
    setAnswer(`${response.status}: ${(await response.json()).greeting}`);
  };
  return h(
    Flex,
    { gap: 'sm', align: 'center' },
    h(Button, { variant: 'primary', onClick: ask }, 'Ask the backend'),
    h(Text, { testId: 'answer' }, answer),
  );
}

function Question({ actions }) {
  const [closings, setClosings] = useState(0);
  const say = (event, reactions) => {
    actions.addAlert({ type: 'success', title: 'Done.', message: `You ${event.type}ed yes` });
    reactions.closeModal('question');
  };
  const modal = h(
    Modal,
    { id: 'question', title: 'Really?', onClose: () => setClosings((count) => count + 1) },
    h(ModalBody, null, h(Text, null, 'This cannot be taken back.')),
    h(ModalFooter, null, h(Button, { onClick: say }, 'Yes')),
  );
  return h(
    ButtonRow,
    null,
    h(Button, { overlay: modal }, 'Open the question'),
    h(Text, { testId: 'closings' }, `closed ${closings} times`),
  );
}

const reasons = [
  { label: 'No budget', value: 7 },
  { label: 'Bad timing', value: 'later' },
];

function SampleForm() {
  const [state, setState] = useState({ name: '', typed: '', day: undefined, reason: undefined, submitted: '' });
  const set = (name) => (value) => setState((before) => ({ ...before, [name]: value }));
  const submit = ({ targetValue }) => set('submitted')(JSON.stringify(targetValue));
  return h(
    Form,
    { onSubmit: submit },
    h(Input, {
      name: 'name',
      label: 'Name',
      required: true,
      value: state.name,
      onChange: set('name'),
      onInput: set('typed'),
    }),
    h(CurrencyInput, { name: 'amount', label: 'Amount', currency: 'EUR', onChange: set('amount') }),
    h(DateInput, { name: 'day', label: 'Day', value: state.day, onChange: set('day') }),
    h(Select, { name: 'reason', label: 'Reason', options: reasons, value: state.reason, onChange: set('reason') }),
    h(Toggle, { name: 'urgent', label: 'Urgent' }),
    h(Button, { type: 'submit' }, 'Send'),
    h(Text, null, `amount ${state.amount}`),
    h(
      Text,
      { testId: 'heard' },
      `${state.typed}|${state.name}|${JSON.stringify(state.day)}|${JSON.stringify(state.reason)}`,
    ),
    h(Text, { testId: 'submitted' }, state.submitted),
  );
}

function SampleTable() {
  const [direction, setDirection] = useState('none');
  const [page, setPage] = useState(1);
  const rows = direction === 'descending' ? [...stages].reverse() : stages;
  return h(
    Table,
    { paginated: true, pageCount: 3, page, onPageChange: setPage },
    h(
      TableHead,
      null,
      h(
        TableRow,
        null,
        h(TableHeader, { sortDirection: direction, onSortChange: setDirection }, 'Stage'),
        h(TableHeader, { align: 'right' }, `People on page ${page}`),
      ),
    ),
    h(
      TableBody,
      null,
      rows.map(({ stage, people }) =>
        h(TableRow, { key: stage }, h(TableCell, null, stage), h(TableCell, { align: 'right' }, String(people))),
      ),
    ),
  );
}

hubspot.extend(({ context, actions }) => h(SampleTab, { context, actions }));
