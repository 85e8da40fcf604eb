import {
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
import { AcceptButton } from '../parts/AcceptButton.tsx';
import type { KnownAccount } from './known-account.ts';

/** @param despite  ids of what is missing and was seen */
type Start = (contactId: string, despite: string[]) => void;

/**
 * The people of the account, the most promising first.
 *
 * @param start  begins with one of them; undefined when that cannot be done now
 */
export function AccountPeople({
  account,
  start,
  close,
}: {
  readonly account: KnownAccount;
  readonly start: Start | undefined;
  readonly close: (id: string) => void;
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
              <PersonRow key={person.contactId} person={person} start={start} close={close} />
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
  close,
}: {
  readonly person: AccountPersonView;
  readonly start: Start | undefined;
  readonly close: (id: string) => void;
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
          <AcceptButton
            label="Start with this person"
            items={person.missing}
            disabled={false}
            size="xs"
            testId={`start-${contactId}`}
            close={close}
            onAccept={(despite) => start(contactId, despite)}
          />
        </TableCell>
      )}
    </TableRow>
  );
}
