/** The HubSpot project cannot be shown; the message says what is wrong with which file. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
  readonly exitCode = 2;
}
