/**
 * The database cannot be used the way it was asked for, and a person can put it right: a folder, an address, a permission.
 *
 * The message is one sentence for that person: what happened, to what, what to do. It never contains a password.
 */
export class DatabaseSetupError extends Error {
  readonly exitCode = 2;
  override readonly name = 'DatabaseSetupError';
}
