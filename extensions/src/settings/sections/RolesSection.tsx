import { Flex, Heading, Select, Text } from '@hubspot/ui-extensions';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import type { Settings } from '../backend/use-settings.ts';

const ROLES = [
  { value: 'admin', label: 'Admin: everything, roles and keys too' },
  { value: 'ops', label: 'Marketing ops: changes and publishes the rules' },
  { value: 'manager', label: 'Manager: acts for the team, reads this page' },
  { value: 'member', label: 'Member: works leads, reads this page' },
];

/** Who may do what: everybody who works in the portal. */
export function RolesSection({
  answer: { roles, manageRoles },
  act,
}: {
  readonly answer: SettingsAnswer;
  readonly act: Settings['act'];
}) {
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column">
        <Heading>Roles</Heading>
        <Text variant="microcopy">{manageRoles.allowed ? 'A role is given at once.' : manageRoles.why}</Text>
      </Flex>
      {roles.map(({ userId, name, role }) => (
        <Select
          key={userId}
          label={name}
          name={`role-${userId}`}
          options={ROLES}
          value={role}
          readOnly={!manageRoles.allowed}
          onChange={(next) => act('roles', { userId, role: next })}
        />
      ))}
    </Flex>
  );
}
