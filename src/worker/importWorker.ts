import { LocalEngine, type Engine } from '../core/publisher/engine';
import { failure, type Result } from '../core/text/result';
import type { WorkerAnswer, WorkerCall } from '../core/publisher/workerCalls';
import { openPort } from './port';

/** Reads and merges publishers' files where nobody waits for it: the same bundle in Node and in a browser. */
const engine: Engine = new LocalEngine();
const port = openPort((call) => void answer(call));

async function answer({ id, name, args }: WorkerCall): Promise<void> {
  const result = await done(name, args);
  const message: WorkerAnswer = { id, result };
  port(message, buffersOf(result));
}

async function done(name: WorkerCall['name'], args: readonly unknown[]): Promise<Result<unknown>> {
  try {
    return await (engine[name] as (...given: readonly unknown[]) => Promise<Result<unknown>>)(...args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure('worker', `The import ended unexpectedly: ${message}`);
  }
}

/** The bytes of files are given away, not copied. */
function buffersOf(result: Result<unknown>): ArrayBuffer[] {
  if (!result.ok || typeof result.value !== 'object' || result.value === null) return [];
  const lists = Array.isArray(result.value)
    ? [result.value]
    : Object.values(result.value).filter(Array.isArray);
  return lists.flat().flatMap((each: unknown) => {
    const bytes = typeof each === 'object' && each !== null && 'bytes' in each ? each.bytes : undefined;
    return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
  });
}
