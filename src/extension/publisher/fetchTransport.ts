import type { Transport } from '../../core/publisher/download';

/** Asks with the `fetch` of the extension host, which takes the proxy and the certificates of the editor's settings. */
export const fetchTransport: Transport = async (address, signal) => {
  const response = await fetch(address, {
    signal,
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  // a browser doesn't say where
  if (response.type === 'opaqueredirect')
    throw new Error('it redirects to another address. Set that one instead');
  return {
    status: response.status,
    location: response.headers.get('location') ?? undefined,
    length: lengthOf(response.headers),
    chunks: chunksOf(response.body),
  };
};

/** What is compressed has another length; a browser doesn't say whether it is. */
function lengthOf(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  const isPlain = !('WorkerGlobalScope' in globalThis) && headers.get('content-encoding') === null;
  return isPlain && length !== null ? Number(length) : undefined;
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
