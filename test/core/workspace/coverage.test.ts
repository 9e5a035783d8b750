import assert from 'node:assert/strict';
import { coverageOf } from '../../../src/core/features/coverage/coverage';
import { coverageInput } from '../../../src/core/features/coverage/input';
import { markdownReport } from '../../../src/core/features/report/markdown';
import { reportOf } from '../../../src/core/features/report/reportOf';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings';
import { workspaceCoverage } from '../../../src/core/workspace/coverage';
import { factsOf } from '../../../src/core/workspace/facts';
import { WorkspaceIndex } from '../../../src/core/workspace/workspaceIndex';
import { reportOfText } from '../../support/coverage';
import { analysisOf } from '../../support/findings';
import { realKnowledge } from '../../support/knowledge';
import { writePolicy } from '../../support/policies';
import { seeded } from '../../support/random';

suite('coverage of a workspace', () => {
  test('is that of its documents', () => {
    const knowledge = realKnowledge();
    for (let seed = 1; seed <= 10; seed++) {
      const random = seeded(seed);
      const index = new WorkspaceIndex();
      const report = { name: 'report.md', text: markdownReport(reportOfText('ATT&CK T1190. CCM IAM-10')) };
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
});
