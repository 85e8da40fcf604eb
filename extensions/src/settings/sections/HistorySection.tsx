import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import type { Settings } from '../backend/use-settings.ts';
import { useEditor } from '../editor.ts';
import { NoteDialog } from '../parts/NoteDialog.tsx';
import { VersionChanges } from './VersionChanges.tsx';

/** Every publication, with who, when and why, and the way back. */
export function HistorySection({
  answer: { history, publish },
  act,
  isBusy,
}: {
  readonly answer: SettingsAnswer;
  readonly act: Settings['act'];
  readonly isBusy: boolean;
}) {
  const { formats } = useEditor();
  const [current] = history;
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column">
        <Heading>History</Heading>
        <Text variant="microcopy">
          A roll-back publishes an earlier version again; decisions made meanwhile stay as they were made.
        </Text>
      </Flex>
      {history.length === 0 && <Text>Nothing was published yet: what is in force is what was shipped.</Text>}
      {history.length > 0 && (
        <Table density="compact">
          <TableHead>
            <TableRow>
              <TableHeader width="min">Version</TableHeader>
              <TableHeader>When, by whom, why</TableHeader>
              <TableHeader width="min">{''}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {history.map(({ version, publishedAt, publishedBy, why, isInForce }, index) => (
              <TableRow key={publishedAt}>
                <TableCell width="min">{version}</TableCell>
                <TableCell>
                  <Text>{why}</Text>
                  <Text variant="microcopy">{`${formats.moment(publishedAt)}, ${publishedBy}`}</Text>
                </TableCell>
                <TableCell width="min">
                  <Flex gap="xs" align="center">
                    {isInForce && (
                      <Tag variant="success" inline={true}>
                        In force
                      </Tag>
                    )}
                    <VersionChanges
                      id={`changes-${publishedAt}`}
                      version={version}
                      before={history[index + 1]?.version}
                    />
                    {!isInForce && publish.allowed && version !== current?.version && (
                      <NoteDialog
                        id={`rollback-${publishedAt}`}
                        label={`Roll back to version ${version}`}
                        title={`Roll back to version ${version}`}
                        explanation={`Version ${version} decides again from now on.`}
                        size="xs"
                        disabled={isBusy}
                        onConfirm={(note) => act('rollback', { version, why: note })}
                      />
                    )}
                  </Flex>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
}
