/** Whether the database said that its user has no right to do this (SQLSTATE 42501). */
export function isRefusedPermission(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}
