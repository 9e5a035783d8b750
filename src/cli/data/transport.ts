import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { createGunzip } from 'node:zlib';
import type { Reply, Transport } from '../../core/publisher/download';
import { proxyFor } from './proxy';

type Environment = Readonly<Record<string, string | undefined>>;

/** Asks over the network, through the proxy of the environment. Which addresses are asked for is decided before. */
export function nodeTransport(env: Environment): Transport {
  return async (address, signal) => {
    const url = new URL(address);
    const proxy = proxyFor(url, env);
    const socket = proxy && (await tunnel(proxy, url, signal));
    return ask(url, socket, signal);
  };
}

async function ask(url: URL, socket: Duplex | undefined, signal: AbortSignal): Promise<Reply> {
  const isSecure = url.protocol === 'https:';
  const headers = {
    accept: 'application/json, text/plain, */*',
    'accept-encoding': 'gzip',
    'user-agent': 'control-lens',
  };
  const connection = socket && (isSecure ? tls.connect({ socket, servername: url.hostname }) : socket);
  const own = connection ? { createConnection: () => connection, agent: false } : {};
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).get(url, { headers, signal, ...own }, (response) =>
      resolve(replyOf(response)),
    );
    request.on('error', reject);
  });
}

function replyOf(response: http.IncomingMessage): Reply {
  const { statusCode: status = 0, headers } = response;
  const isPacked = headers['content-encoding'] === 'gzip';
  const length = Number(headers['content-length']);
  return {
    status,
    location: headers.location,
    length: isPacked || !Number.isInteger(length) ? undefined : length,
    chunks: isPacked ? unpacked(response) : response,
  };
}

async function* unpacked(response: http.IncomingMessage): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  response.on('error', (error) => gunzip.destroy(error));
  response.on('aborted', () => gunzip.destroy(new Error('the connection was closed')));
  yield* response.pipe(gunzip) as AsyncIterable<Uint8Array>;
}

/** A connection through the proxy to the host. */
async function tunnel(proxy: URL, { hostname, port, protocol }: URL, signal: AbortSignal): Promise<Duplex> {
  const target = `${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`;
  const { username, password } = proxy;
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  );
  const options = {
    method: 'CONNECT',
    host: proxy.hostname,
    port: proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : Number(proxy.port),
    path: target,
    headers: { host: target, ...(username === '' ? {} : { 'proxy-authorization': `Basic ${login}` }) },
    signal,
    agent: false,
  } as const;
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === 'https:' ? https : http).request(options);
    request.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new Error(`the proxy ${proxy.host} answered ${statusCode}`));
    });
    request.on('response', ({ statusCode = 0 }) =>
      reject(new Error(`the proxy ${proxy.host} answered ${statusCode}`)),
    );
    request.on('error', reject);
    request.end();
  });
}
