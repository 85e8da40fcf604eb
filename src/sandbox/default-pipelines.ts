/** One stage of a pipeline. `probability` is text in tenths: 1.0 is won, 0.0 with `isClosed` is lost. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly probability: string;
  readonly isClosed: boolean;
}

export interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly Stage[];
}

const stages: readonly (readonly [id: string, label: string, probability: string])[] = [
  ['appointmentscheduled', 'Appointment Scheduled', '0.2'],
  ['qualifiedtobuy', 'Qualified To Buy', '0.4'],
  ['presentationscheduled', 'Presentation Scheduled', '0.6'],
  ['decisionmakerboughtin', 'Decision Maker Bought-In', '0.8'],
  ['contractsent', 'Contract Sent', '0.9'],
  ['closedwon', 'Closed Won', '1.0'],
  ['closedlost', 'Closed Lost', '0.0'],
];

/**
 * The deal pipeline of a new portal.
 *
 * @source HubSpot docs: Pipelines API, default deal pipeline
 */
export const defaultDealPipeline: Pipeline = {
  id: 'default',
  label: 'Sales Pipeline',
  displayOrder: 0,
  stages: stages.map(([id, label, probability], displayOrder) => ({
    id,
    label,
    displayOrder,
    probability,
    isClosed: id.startsWith('closed'),
  })),
};
