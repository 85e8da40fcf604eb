import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it went over the wire; bodies as read JSON, undefined where there was none. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: unknown;
  readonly status: number;
  readonly response: unknown;
}

/** A server on loopback that hands every call on to another one and writes it down. */
export async function recordingProxy(target: string) {
  const exchanges: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    void forward(incoming).then(({ status, type, text }) => {
      outgoing.writeHead(status, type === null ? {} : { 'content-type': type }).end(text);
    });
  });

  async function forward(incoming: IncomingMessage) {
    const url = new URL(incoming.url ?? '', target);
    const method = incoming.method ?? 'GET';
    const body = await textOf(incoming);
    const { authorization = '' } = incoming.headers;
    const answer = await fetch(url, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.text();
    const { status } = answer;
    const exchange = { method, path: url.pathname, query: url.searchParams, request: jsonOf(body), status };
    exchanges.push({ ...exchange, response: jsonOf(text) });
    return { status, type: answer.headers.get('content-type'), text };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const jsonOf = (text: string): unknown => (text === '' ? undefined : (JSON.parse(text) as unknown));
