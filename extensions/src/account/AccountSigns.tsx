import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { Formats } from '../words/formats.ts';
import type { KnownAccount } from './known-account.ts';

/** The signs of interest from outside, latest first. */
export function AccountSigns({ account, formats }: { readonly account: KnownAccount; readonly formats: Formats }) {
  const { signs } = account;
  return (
    <Flex direction="column" gap="xs">
      <Heading>Signs of interest</Heading>
      {signs.length === 0 ? (
        <Text variant="microcopy">None is known.</Text>
      ) : (
        <Table density="condensed" testId="signs">
          <TableHead>
            <TableRow>
              <TableHeader>Topic</TableHeader>
              <TableHeader>Kind</TableHeader>
              <TableHeader align="right">Strength</TableHeader>
              <TableHeader>Source</TableHeader>
              <TableHeader>When</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {signs.map(({ topic, kind, strength, source, at }, index) => (
              <TableRow key={index}>
                <TableCell>{topic === '' ? '–' : topic}</TableCell>
                <TableCell>{kind}</TableCell>
                <TableCell align="right">{`${formats.number(strength * 100)} %`}</TableCell>
                <TableCell>{source === '' ? '–' : source}</TableCell>
                <TableCell>{formats.moment(at)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}
