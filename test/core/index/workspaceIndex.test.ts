import assert from 'node:assert/strict';
import { canonicalId } from '../../../src/core/identifiers/grammar';
import {
  RESOLUTION_STATUSES,
  type ResolutionStatus,
  type Subject,
} from '../../../src/core/resolution/subject';
import { WorkspaceIndex, type IndexChange } from '../../../src/core/index/workspaceIndex';
import { seeded } from '../../support/random';
import { rounds } from '../../support/rounds';
import { writePolicy } from '../../support/policies';
import { indexOf, placeOf, put } from '../../support/workspace';

/** All that an index tells, in an order of its own. */
function everything(index: WorkspaceIndex): unknown {
  const subjects = index
    .subjects()
    .map(({ meanings, ...rest }) => ({
      ...rest,
      meanings: meanings.map(({ subject, id, edition, status }) => ({ subject, id, edition, status })),
      places: index
        .referencesTo(rest.subject)
        .map((each) => [placeOf(each), each.range, each.certain, each.implied, each.declares]),
      isDeclared: index.isDeclared(rest.subject),
    }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const documents = index.documents().sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return {
    subjects,
    documents,
    inDocuments: documents.map(({ uri }) => index.referencesIn(uri).map(placeOf)),
    named: subjects.map(({ meanings }) => meanings.map(({ id }) => index.subjectsNamed(id).sort())),
    standings: standingsIn(index),
    references: index.references,
    uris: [...index.uris()].sort(),
    citing: [...index.controlDocuments()].sort(),
  };
}

suite('the workspace index', () => {
  test('equals a rebuild after hundreds of random edits', () => {
    const random = seeded(7);
    const texts = new Map<string, string>();
    const index = new WorkspaceIndex();
    const pool = Array.from({ length: 60 }, () => writePolicy(random, 1 + random() * 12));
    for (let edit = 1; edit <= rounds(750, 50_000); edit++) {
      const { name } = pool[Math.floor(random() * pool.length)] ?? assert.fail();
      if (random() < 0.3) {
        texts.delete(name);
        index.remove(name);
      } else {
        const text = edited(texts.get(name), random, name);
        texts.set(name, text);
        put(index, name, text);
      }
      if (edit % 250 === 0)
        assert.deepEqual(everything(index), everything(indexOf(Object.fromEntries(texts))));
    }
    for (const name of texts.keys()) index.remove(name);
    assert.deepEqual(everything(index), everything(new WorkspaceIndex()));
  });

  test('reports changes that add up to what it holds', () => {
    const random = seeded(11);
    const index = new WorkspaceIndex();
    const sums = new Map<Subject, number>();
    const stop = index.onChange(({ subjects }) => {
      for (const [subject, difference] of subjects) sums.set(subject, (sums.get(subject) ?? 0) + difference);
    });
    for (let edit = 0; edit < 300; edit++) {
      const name = `${Math.floor(random() * 20)}.md`;
      if (random() < 0.2) index.remove(name);
      else put(index, name, writePolicy(random, 9).text);
    }
    const counted = new Map(index.subjects().map(({ subject, references }) => [subject, references]));
    const left = (): Map<Subject, number> => new Map([...sums].filter(([, sum]) => sum !== 0));
    assert.deepEqual(left(), counted);
    stop();
    index.clear();
    assert.deepEqual(left(), counted);
  });

  test('reports a document whose places moved, and none that stays', () => {
    const index = indexOf({ 'a.md': 'CCM IAM-10' });
    const changes: IndexChange[] = [];
    index.onChange((change) => changes.push(change));
    put(index, 'a.md', 'CCM IAM-10');
    put(index, 'a.md', 'CCM IAM-10 and more words');
    assert.deepEqual(changes, []);
    put(index, 'a.md', 'The CCM IAM-10');
    assert.deepEqual(changes, [{ uri: 'a.md', subjects: new Map() }]);
    index.remove('b.md');
    assert.equal(changes.length, 1);
  });

  test('knows what is declared as long as a document declares it', () => {
    const index = indexOf({ 'a.md': '# IAM-13\n\nSee CCM 4.1 IAM-13, IAM-10.', 'b.md': 'CCM 4.1 IAM-10' });
    const declared = (): Subject[] =>
      index.subjects().flatMap(({ subject }) => (index.isDeclared(subject) ? [subject] : []));
    assert.deepEqual(declared(), ['ccm:IAM-13@4.1']);
    put(index, 'c.yaml', 'framework: CCM 4.1\ncontrols:\n  - id: IAM-10\n');
    assert.deepEqual(declared().length, 2);
    index.remove('a.md');
    put(index, 'c.yaml', 'framework: CCM 4.1\ncontrols: [IAM-10]\n');
    assert.deepEqual(declared(), []);
  });

  test('reports a subject whose number changes', () => {
    const index = indexOf({ 'a.md': 'CCM 4.0 IAM-14' });
    const changes: IndexChange[] = [];
    index.onChange((change) => changes.push(change));
    put(index, 'a.md', 'CCM 4.1 IAM-13');
    assert.deepEqual([...(changes[0]?.subjects ?? [])], [['ccm:IAM-13@4.1', 0]]);
  });

  test('has one subject for a control, whatever edition numbers it', () => {
    const index = indexOf({
      'new.md': 'CCM 4.1 IAM-13',
      'old.md': 'CCM 4.0 IAM-14',
      'other.md': 'CCM 4.0 IAM-13',
    });
    assert.equal(index.subjectsNamed(canonicalId('IAM-13')).length, 2);
    const [subject] = index.subjectsNamed(canonicalId('IAM-14'));
    assert.ok(subject);
    assert.deepEqual(index.referencesTo(subject).map(placeOf), ['new.md:0 IAM-13', 'old.md:0 IAM-14']);
    assert.equal(index.subject(subject)?.documents, 2);
  });

  test('takes a range for a reference to each of its members', () => {
    const index = indexOf({ 'a.md': 'See CCM 4.1 IAM-01 to\nIAM-04.' });
    const [subject] = index.subjectsNamed(canonicalId('IAM-03'));
    assert.ok(subject);
    const [member] = index.referencesTo(subject);
    assert.deepEqual(member?.range, { start: { line: 0, character: 12 }, end: { line: 1, character: 6 } });
    assert.equal(member?.implied, true);
    assert.equal(index.references, 4);
  });

  test('counts references by their status', () => {
    const standings = standingsIn(
      indexOf({
        'a.md': 'CCM 4.1 IAM-10, CCM 4.1 GRC-03, CCM 4.1 IVS-09, CCM IAM-99, CCM 4.1 CCC-02, CCM GRC-12',
        'b.md': 'ATT&CK T1021.007, T1086, T9999, T1695 and TA0008. The ticket IAM-10.',
      }),
    );
    assert.deepEqual(
      RESOLUTION_STATUSES.map((status) => `${status} ${standings.get(status) ?? 0}`),
      [
        'mapped 2',
        'non-mappable 1',
        'not-assessed 1',
        'stale 2',
        'newer 1',
        'foreign 1',
        'context 1',
        'unknown 2',
      ],
    );
  });
});

/** References by how they stand. */
function standingsIn(index: WorkspaceIndex): ReadonlyMap<ResolutionStatus, number> {
  const counts = new Map(RESOLUTION_STATUSES.map((status) => [status, 0]));
  for (const { status, references } of index.meanings())
    counts.set(status, (counts.get(status) ?? 0) + references);
  return counts;
}

/** A small change of the text, or another one. */
function edited(text: string | undefined, random: () => number, name: string): string {
  if (text === undefined || random() < 0.2) {
    for (;;) {
      const written = writePolicy(random, 1 + random() * 12);
      if (written.name.slice(-3) === name.slice(-3)) return written.text;
    }
  }
  const lines = text.split('\n');
  const at = Math.floor(random() * lines.length);
  const kind = random();
  if (kind < 0.3) lines.splice(at, 1);
  else if (kind < 0.6) lines.splice(at, 0, lines[Math.floor(random() * lines.length)] ?? '');
  else lines[at] = (lines[at] ?? '').replace(/\d(?!.*\d)/, String(Math.floor(random() * 10)));
  return lines.join('\n');
}
