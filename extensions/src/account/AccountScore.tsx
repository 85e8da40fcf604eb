import {
  Box,
  Flex,
  Heading,
  List,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { type Formats, sentence } from '../words/formats.ts';
import type { KnownAccount } from './known-account.ts';

/** The account's score with what it is made of, and whether it fits, with what is missing. */
export function AccountScore({ account, formats }: { readonly account: KnownAccount; readonly formats: Formats }) {
  const { score, parts, engagement, intent } = account;
  return (
    <Flex gap="lg" wrap="wrap" align="start">
      <Box flex={1}>
        <Heading>{`Account score ${score}`}</Heading>
        <Table density="condensed" testId="parts">
          <TableBody>
            {parts.map(({ label, points }) => (
              <TableRow key={label}>
                <TableCell>{label}</TableCell>
                <TableCell align="right">{formats.number(points)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {parts.length === 0 && <Text variant="microcopy">No rule of the score holds.</Text>}
      </Box>
      <Box flex={1}>
        <Fit account={account} />
        <Text testId="intent">{`Intent ${formats.number(intent.points)} points (in the market from ${formats.number(intent.from)})`}</Text>
        <Text testId="engagement">{`Engagement of its people ${formats.number(engagement.points)} points (aware from ${formats.number(engagement.from)})`}</Text>
      </Box>
    </Flex>
  );
}

function Fit({ account }: { readonly account: KnownAccount }) {
  const { excluded, icp, missing } = account;
  return (
    <Flex direction="column" gap="xs">
      <StatusTag variant={excluded === null && icp ? 'success' : 'warning'} testId="icp">
        {excluded !== null ? 'Excluded' : icp ? 'Fits the ICP' : 'Does not fit the ICP'}
      </StatusTag>
      {excluded !== null && <Text>{`Whatever its score: ${sentence(excluded)}`}</Text>}
      {missing.length > 0 && (
        <List variant="unordered-styled">
          {missing.map((each) => (
            <Text key={each} inline={true}>
              {sentence(each)}
            </Text>
          ))}
        </List>
      )}
    </Flex>
  );
}
