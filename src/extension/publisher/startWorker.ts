import * as vscode from 'vscode';
import type { WorkerAnswer, WorkerCall } from '../../core/publisher/workerCalls';

/** A worker of either extension host. */
export interface StartedWorker {
  readonly post: (call: WorkerCall, buffers: ArrayBuffer[]) => void;
  readonly end: () => void;
}

export interface WorkerEvents {
  readonly onAnswer: (answer: WorkerAnswer) => void;
  /** It ended by itself, or never began. */
  readonly onEnd: (why: string) => void;
}

interface NodeWorker {
  on(event: 'message', listener: (answer: WorkerAnswer) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'exit', listener: (code: number) => void): this;
  postMessage(call: WorkerCall, buffers: ArrayBuffer[]): void;
  terminate(): Promise<number>;
}

interface BrowserWorker {
  addEventListener(name: 'message', listener: (event: { readonly data: WorkerAnswer }) => void): void;
  addEventListener(name: 'error', listener: (event: { readonly message?: string }) => void): void;
  postMessage(call: WorkerCall, buffers: ArrayBuffer[]): void;
  terminate(): void;
}

/** Starts the program of a worker: a thread of Node, or a web worker if the extension host is one itself. */
export async function startWorker(program: vscode.Uri, events: WorkerEvents): Promise<StartedWorker> {
  return 'WorkerGlobalScope' in globalThis ? startInBrowser(program, events) : startInNode(program, events);
}

function startInNode(program: vscode.Uri, { onAnswer, onEnd }: WorkerEvents): StartedWorker {
  const { Worker } = require('node:worker_threads') as {
    readonly Worker: new (file: string) => NodeWorker;
  };
  const worker = new Worker(program.fsPath)
    .on('message', onAnswer)
    .on('error', (error) => onEnd(error.message))
    .on('exit', (code) => onEnd(`exit code ${code}`));
  return {
    post: (call, buffers) => worker.postMessage(call, buffers),
    end: () => void worker.terminate(),
  };
}

/** From its text: the address of the extension may be one that no worker can be started from. */
async function startInBrowser(
  program: vscode.Uri,
  { onAnswer, onEnd }: WorkerEvents,
): Promise<StartedWorker> {
  const { Worker } = globalThis as unknown as { readonly Worker: new (address: string) => BrowserWorker };
  const text = await vscode.workspace.fs.readFile(program);
  const address = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.addEventListener('message', ({ data }) => onAnswer(data));
  worker.addEventListener('error', ({ message }) => onEnd(message ?? 'it could not be started'));
  return {
    post: (call, buffers) => worker.postMessage(call, buffers),
    end: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
