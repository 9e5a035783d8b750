import type * as vscode from 'vscode';
import type { DataTexts } from '../../core/knowledge/load';
import type {
  Engine,
  ImportedBytes,
  OutputBytes,
  StoredSource,
  TakenBytes,
} from '../../core/publisher/engine';
import type { FileIdentity } from '../../core/publisher/importer';
import type { WorkerAnswer, WorkerCall } from '../../core/publisher/workerCalls';
import { failure, type Result } from '../../core/text/result';
import { startWorker, type StartedWorker } from './startWorker';

/** The engine in a worker of its own, which ends, with all its memory, when it is disposed of. */
export class WorkerEngine implements Engine, vscode.Disposable {
  private readonly waiting = new Map<number, (result: Result<unknown>) => void>();
  private worker: Promise<StartedWorker> | undefined;
  private ended: Result<never> | undefined;
  private last = 0;

  /** @param program the file of the worker */
  constructor(private readonly program: vscode.Uri) {}

  async start(bundled: DataTexts, earlier: readonly StoredSource[]): Promise<Result<void>> {
    const { attack, frameworks } = bundled;
    return this.call('start', [{ attack, frameworks }, earlier]);
  }

  async take(identity: FileIdentity, bytes: Uint8Array): Promise<Result<TakenBytes>> {
    const isWhole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
    const own = isWhole ? bytes : new Uint8Array(bytes);
    return this.call('take', [identity, own], [own.buffer as ArrayBuffer]);
  }

  async finish(): Promise<Result<ImportedBytes>> {
    return this.call('finish', []);
  }

  async merge(): Promise<Result<readonly OutputBytes[]>> {
    return this.call('merge', []);
  }

  dispose(): void {
    this.onEnd('it was stopped');
  }

  private async call<T>(
    name: WorkerCall['name'],
    args: readonly unknown[],
    buffers: ArrayBuffer[] = [],
  ): Promise<Result<T>> {
    if (this.ended) return this.ended;
    try {
      this.worker ??= startWorker(this.program, {
        onAnswer: (answer) => this.onAnswer(answer),
        onEnd: (why) => this.onEnd(why),
      });
      const worker = await this.worker;
      return await new Promise<Result<T>>((resolve) => {
        const id = ++this.last;
        this.waiting.set(id, resolve as (result: Result<unknown>) => void);
        if (this.ended) this.onEnd('');
        else worker.post({ id, name, args }, buffers);
      });
    } catch (error) {
      return this.onEnd(error instanceof Error ? error.message : String(error));
    }
  }

  private onAnswer({ id, result }: WorkerAnswer): void {
    this.waiting.get(id)?.(result);
    this.waiting.delete(id);
  }

  /** Whoever waits hears of it, and the worker gives its memory back. */
  private onEnd(why: string): Result<never> {
    this.ended ??= failure('worker', `The import ended unexpectedly: ${why}.`);
    for (const resolve of this.waiting.values()) resolve(this.ended);
    this.waiting.clear();
    this.worker?.then(
      ({ end }) => end(),
      () => undefined,
    );
    this.worker = undefined;
    return this.ended;
  }
}
