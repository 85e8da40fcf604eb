import {
  AutoGrid,
  BarChart,
  Card,
  Dropdown,
  Flex,
  Heading,
  hubspot,
  Icon,
  Image,
  Inline,
  LineChart,
  Modal,
  ModalBody,
  ScoreCircle,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  Text,
  useCrmSearch,
} from '@hubspot/ui-extensions';
import {
  HeaderActions,
  PrimaryHeaderActionButton,
  SecondaryHeaderActionButton,
} from '@hubspot/ui-extensions/pages/home';
import { createElement as h, useState } from 'react';

const stages = [
  { stage: 'Lead', people: 12, team: 'North' },
  { stage: 'Won', people: 3, team: 'North' },
  { stage: 'Lead', people: 7.5, team: 'v1.5' },
];
const days = [
  { day: '2026-03-01', rate: 0.2, bound: 'low' },
  { day: '2026-03-02', rate: 0.4, bound: 'low' },
  { day: '2026-03-09', rate: 0.5, bound: 'low' },
  { day: '2026-03-01', rate: 0.6, bound: 'high' },
  { day: '2026-03-09', rate: 0.9, bound: 'high' },
];
const pixel =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"%3E%3Crect width="4" height="2" fill="teal"/%3E%3C/svg%3E';

/** Everything that an app's home page does with the page around it, in small. */
function SampleHome({ context, actions }) {
  const [answer, setAnswer] = useState('nothing asked yet');
  const ask = async () => {
    const response = await hubspot.fetch(`${context.variables.API_ORIGIN}/extension/v1/home`);
    setAnswer(`${response.status}: ${(await response.json()).greeting}`);
  };
  return h(
    Flex,
    { direction: 'column', gap: 'md' },
    h(
      HeaderActions,
      null,
      h(PrimaryHeaderActionButton, { onClick: ask }, 'Ask the backend'),
      h(SecondaryHeaderActionButton, { onClick: () => actions.addAlert({ message: 'Exported' }) }, 'Export'),
    ),
    h(Text, { testId: 'place' }, `${context.location} of ${context.user.firstName}, ${'crm' in context}`),
    h(Text, { testId: 'answer' }, answer),
    h(Figures),
    h(Charts),
    h(Companies),
    h(Words),
  );
}

function Figures() {
  return h(
    AutoGrid,
    { columnWidth: 280, flexible: true, gap: 'md' },
    h(
      Card,
      null,
      h(
        Statistics,
        null,
        h(StatisticsItem, { label: 'Leads', number: 42 }, h(StatisticsTrend, { value: '8 %', direction: 'increase' })),
        h(StatisticsItem, { label: 'Won', number: '3' }, h(StatisticsTrend, { value: '1 %', direction: 'decrease' })),
      ),
    ),
    h(Card, null, h(Inline, { gap: 'md', align: 'center' }, h(ScoreCircle, { score: 71.6 }), h(Text, null, 'Health'))),
    h(Card, null, h(Image, { src: pixel, alt: 'A teal flag', width: 80 })),
  );
}

function Charts() {
  return h(
    AutoGrid,
    { columnWidth: 420, flexible: true, gap: 'lg' },
    h(BarChart, {
      testId: 'bars',
      data: stages,
      axes: {
        x: { field: 'stage', fieldType: 'category', label: 'Stage' },
        y: { field: 'people', fieldType: 'linear', label: 'People' },
        options: { groupFieldByColor: 'team', colors: { North: 'darkBlue' } },
      },
      options: { title: 'People by stage', showLegend: true, showDataLabels: true, showTooltips: true },
    }),
    h(LineChart, {
      testId: 'lines',
      data: { data: days, options: { propertyLabels: { bound: { low: 'Low', high: 'High' } } } },
      axes: {
        x: { field: 'day', fieldType: 'datetime', label: 'Day' },
        y: { field: 'rate', fieldType: 'linear', label: 'Rate' },
        options: { groupFieldByColor: 'bound' },
      },
      options: { title: 'Rate and its interval', showLegend: true, showDataLabels: true },
    }),
    h(BarChart, {
      testId: 'each-its-own',
      data: stages.slice(0, 2),
      axes: {
        x: { field: 'stage', fieldType: 'category' },
        y: { field: 'people', fieldType: 'linear' },
        options: { groupFieldByColor: 'stage' },
      },
      options: { showDataLabels: true },
    }),
    h(BarChart, {
      testId: 'lying',
      data: stages.slice(0, 2),
      axes: { x: { field: 'people', fieldType: 'linear' }, y: { field: 'stage', fieldType: 'category' } },
      options: { showDataLabels: true },
    }),
  );
}

function Companies() {
  const { results, isLoading } = useCrmSearch({ objectType: '0-2', properties: ['name'] });
  const names = results.map(({ properties }) => properties.name).join(', ');
  return h(Text, { testId: 'companies' }, isLoading ? 'loading' : names);
}

function Words() {
  const [chosen, setChosen] = useState('nothing');
  const modal = h(Modal, { id: 'more', title: 'More' }, h(ModalBody, null, h(Text, null, 'And more.')));
  return h(
    Inline,
    { gap: 'md', align: 'center' },
    h(Heading, null, h(Icon, { name: 'success', color: 'success', screenReaderText: 'Healthy' }), ' Health'),
    h(Icon, { name: 'quickbooks', size: 'lg' }),
    h(
      Dropdown,
      { buttonText: 'Do' },
      h(Dropdown.ButtonItem, { onClick: () => setChosen('pause') }, 'Pause'),
      h(Dropdown.ButtonItem, { overlay: modal }, 'See more'),
    ),
    h(Text, { testId: 'chosen' }, chosen),
  );
}

hubspot.extend(({ context, actions }) => h(SampleHome, { context, actions }));
