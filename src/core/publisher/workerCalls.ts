import type { Result } from '../text/result';
import type { Engine } from './engine';

/** A call of the engine in a worker. */
export interface WorkerCall {
  readonly id: number;
  readonly name: keyof Engine;
  readonly args: readonly unknown[];
}

/** What it gave. */
export interface WorkerAnswer {
  readonly id: number;
  readonly result: Result<unknown>;
}
