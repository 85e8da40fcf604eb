import {
  Button,
  Flex,
  Heading,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { AccountPersonView } from '../../../src/http/contract/account.ts';
import type { KnownAccount } from './known-account.ts';

/**
 * The people of the account, the most promising first.
 *
 * @param start  begins with one of them; undefined when that cannot be done now
 */
export function AccountPeople({
  account,
  start,
}: {
  readonly account: KnownAccount;
  readonly start: ((contactId: string) => void) | undefined;
}) {
  const { people, peopleCount } = account;
  return (
    <Flex direction="column" gap="xs">
      <Heading>{peopleCount > people.length ? `People (${people.length} of ${peopleCount})` : 'People'}</Heading>
      {people.length === 0 ? (
        <Text variant="microcopy">Nobody of this account is known yet.</Text>
      ) : (
        <Table density="condensed" testId="people">
          <TableHead>
            <TableRow>
              <TableHeader>Name</TableHeader>
              <TableHeader>Title</TableHeader>
              <TableHeader>Grade</TableHeader>
              <TableHeader>Stage</TableHeader>
              {start && <TableHeader width="min">Start</TableHeader>}
            </TableRow>
          </TableHead>
          <TableBody>
            {people.map((person) => (
              <PersonRow key={person.contactId} person={person} start={start} />
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}

function PersonRow({
  person,
  start,
}: {
  readonly person: AccountPersonView;
  readonly start: ((contactId: string) => void) | undefined;
}) {
  const { contactId, name, title, cell, stage, isWorked } = person;
  return (
    <TableRow>
      <TableCell>{name}</TableCell>
      <TableCell>{title ?? '–'}</TableCell>
      <TableCell>{cell ?? '–'}</TableCell>
      <TableCell>
        {isWorked ? <StatusTag variant="info">{stage ?? 'Being worked'}</StatusTag> : (stage ?? '–')}
      </TableCell>
      {start && (
        <TableCell>
          <Button size="xs" onClick={() => start(contactId)} testId={`start-${contactId}`}>
            Start with this person
          </Button>
        </TableCell>
      )}
    </TableRow>
  );
}
