import assert from 'node:assert/strict';
import { coverageOf } from '../../../src/core/coverage/coverage';
import { coverageInput } from '../../../src/core/analysis/occurrences';
import type { CoverageReport } from '../../../src/core/report/report';
import { renderReport } from '../../../src/core/report/formats';
import { reportOf, reportSteps } from '../../../src/core/report/reportOf';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { workspaceCoverage } from '../../../src/core/coverage/workspaceCoverage';
import { factsOf } from '../../../src/core/index/facts';
import { WorkspaceIndex } from '../../../src/core/index/workspaceIndex';
import { reportOfText } from '../../support/coverage';
import { analysisOf } from '../../support/findings';
import { realKnowledge } from '../../support/knowledge';
import { writePolicy } from '../../support/policies';
import { seeded } from '../../support/random';
import { seeds } from '../../support/rounds';
import { indexOf, put } from '../../support/workspace';

function reportIn(index: WorkspaceIndex): CoverageReport {
  return reportOf(workspaceCoverage(index, realKnowledge(), DEFAULT_SETTINGS, (uri) => uri));
}

/** Of what the index keeps of each meaning. */
function sumOf(index: WorkspaceIndex): number {
  return [...index.meanings()].reduce((sum, { references }) => sum + references, 0);
}

suite('coverage of a workspace', () => {
  test('equals the coverage of its documents', () => {
    const knowledge = realKnowledge();
    for (const seed of seeds(4, 200)) {
      const random = seeded(seed);
      const index = new WorkspaceIndex();
      const report = {
        name: 'report.md',
        text: renderReport(reportOfText('ATT&CK T1190. CCM IAM-10'), 'markdown'),
      };
      const mixed = {
        name: 'mixed.md',
        text: 'IAM-10, CCM 4.1 IVS-09, STA-01, -02, CCM IAM-01 to IAM-04, CCM 3.0.1 EKM-01, GRC-12, T1086, TA0008',
      };
      const policies = [...Array.from({ length: 6 }, () => writePolicy(random, 40)), report, mixed];
      const inputs = policies.map(({ name, text }) => {
        const analysis = analysisOf(name.endsWith('.md') ? 'markdown' : 'yaml', text);
        index.set(`file:///${name}`, factsOf(analysis));
        return coverageInput(analysis, name);
      });
      const wanted = reportOf(coverageOf(knowledge, inputs, DEFAULT_SETTINGS));
      const path = (uri: string): string => uri.slice('file:///'.length);
      assert.deepEqual(reportOf(workspaceCoverage(index, knowledge, DEFAULT_SETTINGS, path)), wanted);
      assert.ok(wanted.counts.techniques > 20 && wanted.counts.controls > 20);
    }
  });

  test('follows documents that change, come and go', () => {
    const random = seeded(6);
    const index = new WorkspaceIndex();
    const texts = new Map<string, string>();
    for (let step = 0; step < 60; step++) {
      const name = `${Math.floor(random() * 12)}.md`;
      if (random() < 0.3) {
        index.remove(name);
        texts.delete(name);
      } else {
        texts.set(name, writePolicy(random, 9).text);
        put(index, name, texts.get(name) ?? '');
      }
    }
    const rebuilt = indexOf(Object.fromEntries([...texts].toReversed()));
    assert.deepEqual(reportIn(index), reportIn(rebuilt));
    assert.equal(sumOf(index), index.references);
  });

  test('is made in steps, few of which are long', () => {
    const random = seeded(7);
    const index = new WorkspaceIndex();
    for (let number = 0; number < 40; number++) put(index, `${number}.md`, writePolicy(random, 30).text);
    const coverage = workspaceCoverage(index, realKnowledge(), DEFAULT_SETTINGS, (uri) => uri);
    const steps = reportSteps(coverage);
    let count = 0;
    while (steps.next().done !== true) count++;
    assert.ok(count >= coverage.techniques.length + coverage.controls.length, `${count} steps`);
  });
});
