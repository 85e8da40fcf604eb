/** One entry of `errors` in HubSpot's error envelope. */
export interface ErrorDetail {
  readonly message: string;
  readonly code?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/**
 * An answer of HubSpot that is not a success.
 *
 * @source HubSpot docs: Error handling
 */
export class ApiError extends Error {
  readonly status: number;
  readonly category: string;
  readonly details: readonly ErrorDetail[];
  readonly subCategory: string | undefined;
  readonly context: Readonly<Record<string, readonly string[]>> | undefined;

  constructor(
    status: number,
    category: string,
    message: string,
    more: Partial<Pick<ApiError, 'details' | 'subCategory' | 'context'>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.category = category;
    this.details = more.details ?? [];
    this.subCategory = more.subCategory;
    this.context = more.context;
  }
}

export const invalid = (message: string, details: readonly ErrorDetail[] = []): ApiError =>
  new ApiError(400, 'VALIDATION_ERROR', message, { details });

export const notFound = (message = 'resource not found'): ApiError => new ApiError(404, 'OBJECT_NOT_FOUND', message);

export const conflict = (message: string): ApiError => new ApiError(409, 'CONFLICT', message);

export const notEmulated = (what: string): ApiError =>
  new ApiError(501, 'NOT_EMULATED', `The sandbox does not emulate ${what}.`);

/** The body of an error answer; `correlationId` is repeated in a header so that both can be logged. */
export function envelope(error: ApiError, correlationId: string): Record<string, unknown> {
  return {
    status: 'error',
    message: error.message,
    correlationId,
    category: error.category,
    ...(error.subCategory === undefined ? {} : { subCategory: error.subCategory }),
    ...(error.details.length === 0 ? {} : { errors: error.details }),
    ...(error.context === undefined ? {} : { context: error.context }),
  };
}

/** The same error as a row of a 207 answer, where `context` names the input it belongs to. */
export function errorRow(error: ApiError, context: Record<string, readonly string[]> = {}): Record<string, unknown> {
  return {
    status: 'error',
    category: error.category,
    ...(error.subCategory === undefined ? {} : { subCategory: error.subCategory }),
    message: error.message,
    context: { ...error.context, ...context },
    errors: error.details,
    links: {},
  };
}
