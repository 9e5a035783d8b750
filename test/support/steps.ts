import { Session, type Profiler } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

type Method = (this: unknown, ...values: unknown[]) => unknown;

/**
 * How much work something is, without a clock: how often each block of our code is entered, as the engine counts, and
 * how many characters the engine's own functions of texts read for us. Backtracking within one pattern is not seen.
 */
export function stepsOf(work: () => void): number {
  const session = new Session();
  session.connect();
  setFlagsFromString('--no-opt'); // optimized code counts nothing
  let blocks = 0;
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  session.post('Profiler.takePreciseCoverage'); // begins at zero
  const characters = countingCharacters(work);
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => (blocks = blocksIn(result)));
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  setFlagsFromString('--opt');
  return blocks + characters;
}

function blocksIn(scripts: readonly Profiler.ScriptCoverage[]): number {
  let blocks = 0;
  for (const { url, functions } of scripts)
    if (!url.startsWith('node:'))
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
  return blocks;
}

/** What each function reads of the text that it is a method of. */
const READ: Readonly<Record<string, (text: string, values: readonly unknown[], result: unknown) => number>> =
  {
    indexOf: (text, [, from = 0], found) => (Number(found) < 0 ? text.length : Number(found)) - Number(from),
    includes: (text, [, from = 0]) => text.length - Number(from),
    lastIndexOf: (text, _values, found) => text.length - Number(found),
    trim: ({ length }) => length,
    split: ({ length }) => length,
    replaceAll: ({ length }) => length,
    toLowerCase: ({ length }) => length,
  };

function countingCharacters(work: () => void): number {
  let count = 0;
  const prototype = String.prototype as unknown as Record<string, Method>;
  const originals = Object.keys(READ).map((name) => [name, prototype[name]] as const);
  const patterns = RegExp.prototype as unknown as Record<string, Method>;
  const exec = patterns['exec'] as (this: RegExp, text: string) => RegExpExecArray | null;
  for (const [name, original] of originals)
    prototype[name] = function (...values) {
      const result = original?.apply(this, values);
      count += Math.max(0, READ[name]?.(String(this), values, result) ?? 0);
      return result;
    };
  patterns['exec'] = function (text) {
    const pattern = this as RegExp;
    const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0;
    const match = exec.call(pattern, String(text));
    count += readBy(pattern, from, match, String(text).length);
    return match;
  };
  try {
    work();
  } finally {
    for (const [name, original] of originals) if (original) prototype[name] = original;
    patterns['exec'] = exec as Method;
  }
  return count;
}

/** One that is anchored and does not match is taken to see so at once. */
function readBy(pattern: RegExp, from: number, match: RegExpExecArray | null, length: number): number {
  if (match) return match.index + match[0].length - from;
  return pattern.sticky || pattern.source.startsWith('^') ? 1 : Math.max(0, length - from);
}
