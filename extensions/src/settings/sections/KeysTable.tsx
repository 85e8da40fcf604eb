import {
  Button,
  Modal,
  ModalBody,
  ModalFooter,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { ApiKeyView } from '../../../../src/http/contract/settings.ts';
import { useEditor } from '../editor.ts';

/** The keys there are and were. */
export function KeysTable({
  keys,
  revoke,
  isBusy,
}: {
  readonly keys: readonly ApiKeyView[];
  readonly revoke: (keyId: string) => void;
  readonly isBusy: boolean;
}) {
  const { formats } = useEditor();
  if (keys.length === 0) return <Text>There are no keys yet.</Text>;
  const stateText = ({ lastUsedAt, revokedAt }: ApiKeyView) =>
    revokedAt !== null
      ? `revoked ${formats.day(revokedAt)}`
      : lastUsedAt === null
        ? 'never used'
        : `last used ${formats.moment(lastUsedAt)}`;
  return (
    <Table density="compact">
      <TableHead>
        <TableRow>
          <TableHeader>Key</TableHeader>
          <TableHeader>May send</TableHeader>
          <TableHeader width="min">{''}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.keyId}>
            <TableCell>
              <Text>{key.name}</Text>
              <Text variant="microcopy">{`made ${formats.day(key.createdAt)} by ${key.createdBy}, ${stateText(key)}`}</Text>
            </TableCell>
            <TableCell>{key.scopes.join(', ')}</TableCell>
            <TableCell width="min">
              {key.revokedAt === null ? <RevokeButton apiKey={key} revoke={revoke} isBusy={isBusy} /> : <Text>–</Text>}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function RevokeButton({
  apiKey: { keyId, name },
  revoke,
  isBusy,
}: {
  readonly apiKey: ApiKeyView;
  readonly revoke: (keyId: string) => void;
  readonly isBusy: boolean;
}) {
  const { close } = useEditor();
  const id = `revoke-${keyId}`;
  const dialog = (
    <Modal id={id} title={`Revoke ${name}`} variant="danger">
      <ModalBody>
        <Text>Whatever uses this key is refused from now on. A revoked key cannot be used again.</Text>
      </ModalBody>
      <ModalFooter>
        <Button
          variant="destructive"
          onClick={() => {
            close(id);
            revoke(keyId);
          }}
          testId={`confirm-${id}`}
        >
          Revoke
        </Button>
        <Button onClick={() => close(id)}>Keep it</Button>
      </ModalFooter>
    </Modal>
  );
  return (
    <Button size="xs" variant="transparent" disabled={isBusy} overlay={dialog}>
      Revoke
    </Button>
  );
}
