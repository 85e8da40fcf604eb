import {
  Flex,
  List,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { TriedContact, TryAnswer } from '../../../../src/http/contract/settings.ts';
import { useEditor } from '../editor.ts';

/** One contact by both, side by side. */
export function TriedContacts({ answer: { contactId, inForce, draft } }: { readonly answer: TryAnswer }) {
  const { formats } = useEditor();
  const rows: readonly (readonly [string, (tried: TriedContact) => string])[] = [
    ['Grade and band', ({ cell }) => cell],
    ['Fit points', ({ fitPoints }) => formats.number(fitPoints)],
    ['Behavior points', ({ behaviorPoints }) => formats.number(behaviorPoints)],
    ['Gate', ({ gate }) => gate ?? 'none'],
  ];
  const cell = (tried: TriedContact | null, show: (tried: TriedContact) => string) => (tried ? show(tried) : '–');
  return (
    <Flex direction="column" gap="sm" testId="tried">
      <Table density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>{`Contact ${contactId}`}</TableHeader>
            <TableHeader>In force</TableHeader>
            <TableHeader>Draft</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(([label, show]) => (
            <TableRow key={label}>
              <TableCell>{label}</TableCell>
              <TableCell>{cell(inForce, show)}</TableCell>
              <TableCell>{cell(draft, show)}</TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell>Passes</TableCell>
            <TableCell>
              <Passing tried={inForce} />
            </TableCell>
            <TableCell>
              <Passing tried={draft} />
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
      {draft === null && <Text variant="microcopy">There is no draft, or it cannot be used before it is mended.</Text>}
    </Flex>
  );
}

function Passing({ tried }: { readonly tried: TriedContact | null }) {
  if (!tried) return <Text>–</Text>;
  return (
    <Flex direction="column" gap="xs">
      <StatusTag variant={tried.passes ? 'success' : 'default'}>{tried.passes ? 'yes' : 'no'}</StatusTag>
      {tried.missing.length > 0 && (
        <List>
          {tried.missing.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </List>
      )}
    </Flex>
  );
}
