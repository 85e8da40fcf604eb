/** What became of a request to our backend. */
export type Outcome<A> =
  | { readonly kind: 'answered'; readonly answer: A }
  /** Understood and refused; the same request would be refused again. `message` is for the person. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Nobody can say whether it was done; the same request may be sent again. */
  | { readonly kind: 'failed'; readonly message: string };

/** Statuses after which the same request may succeed. */
const PASSING = [408, 425, 429];

/**
 * Sends a request and reads its answer, whichever form it comes in: as the backend wrote it, or in the envelope of HubSpot's proxy,
 * which hides the backend's status. Never throws: no connection, a timeout and a page of HTML are outcomes too.
 *
 * @source HubSpot docs: UI extensions, fetching data; the envelope as HubSpot's own development proxy writes it
 */
export async function readAnswer<A extends { readonly now: number }>(
  send: () => Promise<Response>,
): Promise<Outcome<A>> {
  try {
    const response = await send();
    return outcomeOf<A>(response.status, parsed(await response.text()));
  } catch {
    return { kind: 'failed', message: 'Lead to Revenue could not be reached in time.' };
  }
}

function outcomeOf<A>(status: number, body: unknown): Outcome<A> {
  if (isEnvelope(body)) return outcomeOf<A>(statusWithin(body, status), parsed(body['responseBody']));
  const fields = isObject(body) ? body : {};
  if (status >= 200 && status < 300) {
    if (typeof fields['now'] === 'number') return { kind: 'answered', answer: fields as A };
    return { kind: 'failed', message: 'Lead to Revenue sent an answer that could not be read.' };
  }
  const [message = `Lead to Revenue could not answer (status ${status}).`] = [fields['detail'], fields['title']].filter(
    isText,
  );
  return { kind: status >= 500 || PASSING.includes(status) ? 'failed' : 'refused', message };
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Our own problem answers have a number as their `status`, our other answers none. */
const isEnvelope = (body: unknown): body is Fields =>
  isObject(body) && (body['status'] === 'success' || body['status'] === 'error');

/** The backend's own status: the proxy itself answers 502 whatever that was. */
function statusWithin(envelope: Fields, outer: number): number {
  const context = isObject(envelope['context']) ? envelope['context'] : {};
  const [own] = [context['appServerStatusCode']].flat();
  if (Number(own) > 0) return Number(own);
  if (envelope['status'] === 'success') return 200;
  return outer >= 400 ? outer : 502;
}

/** JSON as a value: text that holds it is parsed, anything else stays. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
