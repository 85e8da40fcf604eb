import {
  Flex,
  Heading,
  Statistics,
  StatisticsItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { HealthTold, RateTold } from '../../../src/http/contract/model.ts';
import type { Formats } from '../words/formats.ts';

/** How the model was lived over the last days: who was kept back, who works on the cards, what a quick answer is worth. */
export const Health = ({ health, formats }: { readonly health: HealthTold; readonly formats: Formats }) => (
  <Flex direction="column" gap="md" testId="health">
    <Text variant="microcopy">{`The last ${health.days} days. Shares are told from 20 on, with their 95 % interval.`}</Text>
    <Statistics>
      <StatisticsItem label="Held since the rules changed" number={health.held} />
      {health.keptBack.map(({ why, label, count }) => (
        <StatisticsItem key={why} label={`Kept back: ${label.toLowerCase()}`} number={count} />
      ))}
    </Statistics>
    <Heading>First response and meetings</Heading>
    <Rows
      head={['Answered', 'Leads', 'Came to a meeting']}
      rows={health.response.map((each) => [each.bucket, `${each.whole}`, share(each)])}
      empty="No lead was answered yet."
    />
    <Heading>Where offers are decided</Heading>
    <Rows
      head={['Owner', 'On our cards', 'In HubSpot itself', 'Open', 'Late']}
      rows={health.adoption.map((each) => [
        each.owner,
        ...[each.onCards, each.inHubSpot, each.open, each.late].map(String),
      ])}
      empty="Nothing was offered yet."
    />
    <Heading>What became of leads</Heading>
    <Rows
      head={['Outcome', 'Leads']}
      rows={health.outcomes.map(({ label, count }) => [label, `${count}`])}
      empty="No lead was offered yet."
    />
    <Heading>Past the gate without meeting it</Heading>
    <Rows
      head={['Stage', 'Criterion', 'Entered', 'Do not meet it now']}
      rows={health.inflation.map((each) => [each.stage, each.criterion, `${each.whole}`, share(each)])}
      empty="No stage has criteria that can be told for everybody."
    />
    <Heading>Held since the rules changed</Heading>
    <Rows
      head={['Contact', 'Behavior points', 'Since']}
      rows={health.heldPeople.map(({ contactId, heldAt, points }) => [
        contactId,
        formats.number(points),
        formats.day(heldAt),
      ])}
      empty="Nobody is held."
    />
    <Heading>Kept back last</Heading>
    <Rows
      head={['Contact', 'Priority', 'Why', 'When', 'Until']}
      rows={health.keptPeople.map(({ contactId, priority, why, at, until }) => [
        contactId,
        priority,
        why,
        formats.day(at),
        until === null ? '' : formats.day(until),
      ])}
      empty="Nobody was kept back."
    />
  </Flex>
);

function share({ part, rate, low, high }: RateTold): string {
  if (rate === null || low === null || high === null) return `${part}`;
  return `${part} (${percent(rate)}, ${percent(low)} to ${percent(high)})`;
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;

interface RowsProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly empty: string;
}

const Rows = ({ head, rows, empty }: RowsProps) =>
  rows.length === 0 ? (
    <Text>{empty}</Text>
  ) : (
    <Table bordered>
      <TableHead>
        <TableRow>
          {head.map((text) => (
            <TableHeader key={text}>{text}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((cells) => (
          <TableRow key={cells.join('|')}>
            {cells.map((text, column) => (
              <TableCell key={head[column]}>{text}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
