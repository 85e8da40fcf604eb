import type { Refusal } from '../contract.ts';

/** What the server refused, in words for the person. */
export class RefusedError extends Error {}

/** Who one is on this page: `?as=<userId>`, empty for the first of the people. */
export const personId = new URLSearchParams(location.search).get('as') ?? '';

/** The same address for the same person. */
export const asPerson = (path: string, userId: string = personId): string =>
  userId === '' ? path : `${path}${path.includes('?') ? '&' : '?'}as=${encodeURIComponent(userId)}`;

export async function getText(path: string): Promise<string> {
  return readText(await fetch(asPerson(path)));
}

export async function getJson<T>(path: string): Promise<T> {
  return JSON.parse(await getText(path)) as T;
}

export async function sendJson<T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(asPerson(path), { method, headers, body: JSON.stringify(body) });
  return JSON.parse(await readText(response)) as T;
}

async function readText(response: Response): Promise<string> {
  const text = await response.text();
  if (response.ok) return text;
  throw new RefusedError(response.headers.get('content-type')?.includes('json') ? messageOf(text) : text);
}

const messageOf = (text: string): string => (JSON.parse(text) as Refusal).message;
