import { Flex, StepIndicator, Text } from '@hubspot/ui-extensions';
import type { Formats } from '../words/formats.ts';
import { currentStep, stepName } from '../words/path-text.ts';
import type { KnownAccount } from './known-account.ts';

/** The stages of the account with the day each was last entered. */
export function AccountPath({ account, formats }: { readonly account: KnownAccount; readonly formats: Formats }) {
  const { path, stage, tier, namedBy } = account;
  return (
    <Flex direction="column" gap="xs">
      {stage ? (
        <StepIndicator
          circleSize="xs"
          stepNames={path.map((step) => stepName(step, formats))}
          currentStep={currentStep(path)}
          testId="path"
        />
      ) : (
        <Text testId="outside">Not in the addressable market.</Text>
      )}
      <Text variant="microcopy" testId="tier">
        {[tier === null ? 'No tier' : `Tier: ${tier}`, ...(namedBy ? [`Named account of ${namedBy.name}`] : [])].join(
          ' · ',
        )}
      </Text>
    </Flex>
  );
}
