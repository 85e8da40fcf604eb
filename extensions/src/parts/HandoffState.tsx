import { Alert, Box, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { Choice, HandoffView, Person } from '../../../src/http/contract/cards.ts';
import { type Formats, sentence } from '../words/formats.ts';

/** Where an offer of work stands, in a sentence. */
export function HandoffState({
  handoff,
  reasons,
  formats,
}: {
  readonly handoff: HandoffView;
  /** The words of the reasons it may have been turned down for. */
  readonly reasons: readonly Choice[];
  readonly formats: Formats;
}) {
  return <Box testId="state">{sayState(handoff, reasons, formats)}</Box>;
}

function sayState(handoff: HandoffView, reasons: readonly Choice[], formats: Formats) {
  const { state, refusal, offeredTo, offeredFrom, offeredAt } = handoff;
  const to = named(' to ', offeredTo);
  const by = named(' by ', offeredFrom);
  switch (state) {
    case 'pending':
      return <LoadingSpinner label="Waiting for HubSpot to confirm." showLabel={true} size="sm" />;
    case 'offered':
      if (refusal === null) return <Text>{`Offered${to}${by} on ${formats.moment(offeredAt)}.`}</Text>;
      return (
        <Alert title="Not accepted yet" variant="warning">
          {`HubSpot did not take it: ${sentence(refusal)} Offered again${to}.`}
        </Alert>
      );
    case 'accepted':
      return <Text>{decided('Accepted', handoff, formats)}</Text>;
    case 'rejected':
      return <Text>{decided('Rejected', handoff, formats) + because(handoff, reasons)}</Text>;
    case 'recycled':
      return <Text>{decided('Recycled', handoff, formats) + because(handoff, reasons)}</Text>;
  }
}

const named = (preposition: string, person: Person | null): string => (person ? `${preposition}${person.name}` : '');

function decided(verb: string, { decidedBy, decidedAt }: HandoffView, formats: Formats): string {
  const by = decidedBy === null ? '' : ` by ${decidedBy}`;
  return `${verb}${by}${decidedAt === null ? '' : ` on ${formats.moment(decidedAt)}`}.`;
}

function because({ reason }: HandoffView, reasons: readonly Choice[]): string {
  if (reason === null) return '';
  return ` Reason: ${sentence(reasons.find(({ value }) => value === reason)?.label ?? reason)}`;
}
