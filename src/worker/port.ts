import type { WorkerAnswer, WorkerCall } from '../core/publisher/workerCalls';

/** Sends a message, and gives the buffers away with it. */
export type Post = (message: WorkerAnswer, buffers: ArrayBuffer[]) => void;

interface NodePort {
  on(event: 'message', listener: (call: WorkerCall) => void): void;
  postMessage(message: WorkerAnswer, buffers: ArrayBuffer[]): void;
}

interface BrowserScope {
  addEventListener(name: 'message', listener: (event: { readonly data: WorkerCall }) => void): void;
  postMessage(message: WorkerAnswer, buffers: ArrayBuffer[]): void;
}

/** Listens to whoever started this worker. Only a worker of a browser has that scope. */
export function openPort(onCall: (call: WorkerCall) => void): Post {
  if ('WorkerGlobalScope' in globalThis) {
    const scope = globalThis as unknown as BrowserScope;
    scope.addEventListener('message', ({ data }) => onCall(data));
    return (message, buffers) => scope.postMessage(message, buffers);
  }
  const { parentPort } = require('node:worker_threads') as { readonly parentPort: NodePort };
  parentPort.on('message', onCall);
  return (message, buffers) => parentPort.postMessage(message, buffers);
}
