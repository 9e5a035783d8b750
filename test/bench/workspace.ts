import { Analysis } from '../../src/core/analysis/analysis';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings';
import { workspaceCoverage } from '../../src/core/coverage/workspaceCoverage';
import { factsOf } from '../../src/core/index/facts';
import { symbolsFor } from '../../src/core/symbols/workspaceSymbols';
import { WorkspaceIndex } from '../../src/core/index/workspaceIndex';
import { realKnowledge } from '../support/knowledge';
import { writePolicy } from '../support/policies';
import { seeded } from '../support/random';
import { languageOf } from '../support/workspace';
import { bareMatches } from './recognition';

const DOCUMENTS = 5000;
const REFERENCES = 200_000;
const knowledge = realKnowledge();

interface Policy {
  readonly uri: string;
  readonly text: string;
}

/** What the index of a large workspace costs: to build, to keep, to ask and to change. */
export function benchWorkspace(): void {
  const random = seeded(5);
  const policies = Array.from({ length: DOCUMENTS }, (_, number): Policy => {
    const { name, text } = writePolicy(random, REFERENCES / DOCUMENTS);
    return { uri: `file:///workspace/policies/${number % 50}/${number}-${name}`, text };
  });
  const size = policies.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`\nA workspace: ${DOCUMENTS} documents, ${(size / 1e6).toFixed(1)} million characters`);
  const bare = timeOf('one bare pattern over the same texts', () =>
    policies.reduce((sum, { text }) => sum + bareMatches(text), 0),
  );
  timeOf('references of the same texts, nothing kept', () => {
    return policies.reduce((sum, { uri, text }) => sum + analysisFor(uri, text).references.length, 0);
  });
  const before = heap();
  const index = new WorkspaceIndex();
  const build = timeOf('build of the index', () => {
    for (const { uri, text } of policies) index.set(uri, factsFor(uri, text));
  });
  const kept = (heap() - before) / 1e6;
  print('ratio', `${(build / bare).toFixed(1)} x`);
  print('references', String(index.references));
  print('memory', before === 0 ? 'unknown without --expose-gc' : `${kept.toFixed(1)} MB`);
  ask(index, policies);
}

function ask(index: WorkspaceIndex, policies: readonly Policy[]): void {
  const subjects = index.subjects();
  print('subjects', String(subjects.length));
  each('summary of a subject, by subject', subjects, ({ subject }) => index.subject(subject));
  each('subjects of an id', subjects, ({ meanings: [first] }) => first && index.subjectsNamed(first.id));
  each('all references of a subject', subjects, ({ subject }) => index.referencesTo(subject).length);
  each('coverage', [1, 2, 3], () => workspaceCoverage(index, knowledge, DEFAULT_SETTINGS, (uri) => uri));
  each('symbols for "strong auth"', [1, 2, 3], () => symbolsFor(index, knowledge, 'strong auth').length);
  const facts = policies.slice(0, 500).map(({ uri, text }) => ({ uri, facts: factsFor(uri, `\n${text}`) }));
  each('a changed document', facts, (changed) => index.set(changed.uri, changed.facts));
}

function factsFor(uri: string, text: string): ReturnType<typeof factsOf> {
  return factsOf(analysisFor(uri, text));
}

function analysisFor(uri: string, text: string): Analysis {
  return new Analysis(text, languageOf(uri), knowledge, DEFAULT_SETTINGS);
}

function timeOf(name: string, work: () => unknown): number {
  const start = performance.now();
  work();
  const time = performance.now() - start;
  print(name, `${time.toFixed(0)} ms`);
  return time;
}

/** Prints the time that each takes on average. */
function each<T>(name: string, all: readonly T[], work: (one: T) => unknown): void {
  const start = performance.now();
  for (const one of all) work(one);
  print(name, `${(((performance.now() - start) * 1000) / all.length).toFixed(1)} µs`);
}

function print(name: string, value: string): void {
  console.log(`  ${name.padEnd(40)} ${value.padStart(12)}`);
}

/** Bytes in use after a collection; 0 where collections cannot be asked for. */
function heap(): number {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) return 0;
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
