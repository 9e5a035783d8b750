import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** A publisher on this machine, for as long as a suite runs. */
export interface LocalPublisher {
  readonly address: (path: string) => string;
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

export type Answer = (response: http.ServerResponse, request: http.IncomingMessage) => void;

/** Answers each path as it is told; another one with 404. */
export async function localPublisher(answers: Readonly<Record<string, Answer>>): Promise<LocalPublisher> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[request.url ?? ''];
    if (answer) return answer(response, request);
    response.writeHead(404).end('not found');
  });
  return opened(server, asked);
}

/** A proxy that connects to wherever it is asked to. */
export async function localProxy(): Promise<LocalPublisher & { readonly logins: string[] }> {
  const asked: string[] = [];
  const logins: string[] = [];
  const server = http.createServer((_, response) => void response.writeHead(405).end());
  const sockets = new Set<net.Socket>();
  server.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    asked.push(request.url ?? '');
    logins.push(request.headers['proxy-authorization'] ?? '');
    const [host = '', port] = (request.url ?? '').split(':');
    const target = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    for (const each of [target, socket]) sockets.add(each.on('error', () => undefined));
  });
  const { close, ...proxy } = await opened(server, asked);
  const closeAll = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await close();
  };
  return { ...proxy, close: closeAll, logins };
}

async function opened(server: http.Server, asked: string[]): Promise<LocalPublisher> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (path) => `http://127.0.0.1:${port}${path}`,
    asked,
    close: async () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Lets servers of this machine through, which are no https. */
export function isLocal(address: string): boolean {
  return address.startsWith('http://127.0.0.1:');
}
