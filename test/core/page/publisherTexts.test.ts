import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parsePageName } from '../../../src/core/links/pageAddress';
import { pageBlocks } from '../../../src/core/page/page';
import { textKeys } from '../../../src/core/page/textKeys';
import { Store } from '../../../src/core/publisher/store/store';
import { readTexts, type PageTexts } from '../../../src/core/publisher/store/readTexts';
import { plainText } from '../../../src/core/publisher/texts/markdown';
import type { Block } from '../../../src/core/text/blocks';
import { markdownFilePieces, renderMarkdown } from '../../../src/core/text/renderMarkdown';
import { mappingJson, row } from '../../data/support/ccm';
import { bundle, technique } from '../../data/support/stix';
import { projectFolder, realKnowledge } from '../../support/knowledge';
import { importInto, input } from '../../support/publisher/importing';
import { randomText, seeded } from '../../support/random';
import { seeds } from '../../support/rounds';
import { counting, MemoryStore } from '../../support/publisher/memoryStore';
import { hrefsOf, linesOf, page, section } from './support';

const upstream = process.env['UPSTREAM_DIR'] ?? path.join(projectFolder, '../shared/upstream');
const missionPage = path.join(upstream, 'mission-page-T1021.007.txt');

/** The texts of a page out of files that are imported. */
async function textsOf(name: string, files: readonly ReturnType<typeof input>[]): Promise<PageTexts> {
  const store = new MemoryStore();
  const report = await importInto(store, files);
  assert.ok(report.ok, JSON.stringify(report));
  const { state } = await new Store(store, counting()).read();
  const keys = textKeys(realKnowledge(), parsePageName(name) ?? assert.fail());
  const texts = state.current && keys && (await readTexts(store, state.current, keys));
  assert.ok(texts?.ok);
  return texts.value;
}

const release = (description: string, more = {}) =>
  input(
    'enterprise-attack-18.1.json',
    bundle([technique('T1021', {}), technique('T1021.007', { description, ...more })]),
  );

const mapping = (...rows: readonly ReturnType<typeof row>[]) =>
  input('m.json', mappingJson(rows, { last_update: '01/01/2020' }));

const strong = (techniqueId: string, comments: string, more = {}) =>
  row('IAM-14', techniqueId, { capability_description: 'Strong Authentication', comments, ...more });

suite('a page with the texts of publishers', () => {
  test('has the description, with numbers for what it cites, and whose it is', async () => {
    const texts = await textsOf('T1021.007', [
      release(
        'Use [Valid Accounts](https://attack.mitre.org/techniques/T1078).(Citation: R)\n\n* One(Citation: Gone)',
        {
          external_references: [
            { source_name: 'mitre-attack', external_id: 'T1021.007' },
            { source_name: 'R', description: 'A report', url: 'https://example.org/r' },
          ],
        },
      ),
    ]);
    const blocks = page('T1021.007', { texts });
    assert.deepEqual(section(linesOf(blocks), 'Description'), [
      '> Use Valid Accounts. [1]',
      '> • One',
      'References:',
      '[1] A report',
      'MITRE ATT&CK Enterprise 18.1. © The MITRE Corporation. Terms: MITRE ATT&CK Terms of Use',
    ]);
    const hrefs = hrefsOf(blocks);
    assert.ok(hrefs.includes('./T1078.md') && hrefs.includes('https://example.org/r'));
    const alone = hrefsOf(page('T1021.007', { texts, hasPageLinks: false }));
    assert.ok(alone.includes('https://attack.mitre.org/techniques/T1078'));
  });

  test('has comment and references of each mapping, on the technique and on the control', async () => {
    const files = [
      mapping(
        strong('T1021.007', 'A second factor.', { references: ['https://example.org/x', 'a book'] }),
        strong('T1110', 'A second factor.', { references: ['https://example.org/x', 'a book'] }),
        strong('T1078', 'Another word.'),
      ),
    ];
    const onTechnique = page('T1021.007', { texts: await textsOf('T1021.007', files) });
    assert.deepEqual(section(linesOf(onTechnique), 'Comments on the mappings').slice(1, 4), [
      'IAM-14 Strong Authentication mitigates T1021.007 Cloud Services',
      '> A second factor.',
      'References: https://example.org/x · a book',
    ]);
    const onControl = page('IAM-14', { texts: await textsOf('IAM-14', files) });
    assert.deepEqual(
      section(linesOf(onControl), 'Comments on the mappings').filter((line) => line.includes('mitigates')),
      [
        'IAM-14 Strong Authentication mitigates T1021.007 Cloud Services, T1110 Brute Force',
        'IAM-14 Strong Authentication mitigates T1078 Valid Accounts',
      ],
    );
  });

  test('of a new ID has the comments that were published for the old one', async () => {
    const texts = await textsOf('T1685', [mapping(strong('T1562', 'On the old one.'))]);
    assert.ok(linesOf(page('T1685', { texts })).includes('> On the old one.'));
  });

  test('has no texts of a framework that is left out', async () => {
    const texts = await textsOf('T1021.007', [mapping(strong('T1021.007', 'Left out.'))]);
    const blocks = pageBlocks(
      {
        knowledge: realKnowledge().only(['nist-800-53']),
        editionOf: ({ mappingEdition }) => mappingEdition,
        hasPageLinks: true,
        texts,
      },
      parsePageName('T1021.007') ?? assert.fail(),
    );
    assert.ok(!linesOf(blocks).some((line) => line.includes('Left out.')));
  });

  test('shows hostile texts as text, with no link but https', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)> <script>alert(1)</script>',
      '[click](command:workbench.action.terminal.new) [x](javascript:alert(1)) ![p](https://evil.example/p.png)',
      '$(zap) **[a](http://evil.example)** ` | `<code>`](command:x)</code>',
      '> # not a heading\n```\n| a | b |\n|--|--|\n```',
    ].join('\n\n');
    const texts = await textsOf('T1021.007', [
      release(hostile),
      mapping(
        strong('T1021.007', hostile, {
          references: ['command:x', 'javascript:y', 'https://ok.example/ [z](command:q)'],
        }),
      ),
    ]);
    assertHarmless(page('T1021.007', { texts }));
  });

  for (const seed of seeds(10, 300))
    test(`has no markup of theirs whatever they write (${seed})`, async () => {
      const random = seeded(seed);
      const pieces = [
        ...[
          '[',
          ']',
          '(',
          ')',
          '](https://a.b/c)',
          '](command:x)',
          '](javascript:x)',
          '![',
          '<',
          '>',
          '<code>',
        ],
        ...[
          '</code>',
          '`',
          '``',
          '**',
          '(Citation: R)',
          '\n',
          '\n\n',
          '|',
          '$(zap)',
          '&lt;',
          '&#58;',
          '\\',
          '* ',
          'a ',
        ],
        ...['<img src=x>', 'http://a.b', '#', '[x]: command:y', '\u202e', '\u0000'],
      ];
      const texts = await textsOf('T1021.007', [
        release(randomText(random, pieces, 60)),
        mapping(
          strong('T1021.007', randomText(random, pieces, 60), {
            references: [randomText(random, pieces, 10), randomText(random, pieces, 10)],
          }),
        ),
      ]);
      assertHarmless(page('T1021.007', { texts }));
    });
});

/** No image, no HTML, and links to nothing but the web and our pages, in the editor's Markdown and in a file. */
function assertHarmless(blocks: Block[]): void {
  for (const markdown of [renderMarkdown(blocks), [...markdownFilePieces(blocks)].join('')]) {
    const root = fromMarkdown(markdown);
    const nodes: Nodes[] = [root];
    for (const node of nodes) {
      if ('children' in node) nodes.push(...node.children);
      assert.ok(
        !['image', 'imageReference', 'html', 'definition', 'linkReference'].includes(node.type),
        markdown,
      );
      if (node.type === 'link') assert.match(node.url, /^(?:https:\/\/|\.\/[\w%.-]+\.md$)/, markdown);
    }
    assert.ok(!markdown.includes('\u0000') && !markdown.includes('\u202e'));
  }
}

suite('the page that the project grew from', () => {
  test('says nothing that the page of T1021.007 lacks once the files are imported', async function () {
    this.timeout(60_000);
    if (!fs.existsSync(missionPage)) {
      console.log(`    (not compared: there is no ${missionPage})`);
      this.skip();
    }
    const file = (name: string) =>
      input(path.basename(name), fs.readFileSync(path.join(upstream, name), 'utf8'));
    const texts = await textsOf('T1021.007', [
      file('attack/enterprise-attack-18.1.json'),
      file('mappings/csa_ccm-4.1_attack-17.1-enterprise.json'),
    ]);
    const blocks = page('T1021.007', { texts });
    const ours = linesOf(blocks).map((line) => loose(line));
    const whole = ours.join('\n');
    const missing = fs
      .readFileSync(missionPage, 'utf8')
      .split('\n')
      .map((line) => loose(plainText(line)))
      .filter((line) => line !== '' && !ours.some((own) => own.includes(line)))
      .filter((line) => !sentencesOf(line).every((sentence) => whole.includes(sentence)));
    // The heads of the site's table; on our page the title of a section, or of a table, has their place.
    assert.deepEqual(missing, [
      loose('CSA CCM Mappings'),
      loose('Capability ID Capability Description Mapping Type ATT&CK ID ATT&CK Name Notes'),
    ]);
    for (const title of ['CSA CCM (7 controls)', 'Comments on the mappings', 'Mapping type'])
      assert.ok(
        linesOf(blocks).some((line) => line.includes(title)),
        title,
      );
  });
});

/** Without spaces, marks of registration and the difference of upper and lower case. */
function loose(text: string): string {
  return text.replace(/[\s®]+/g, '').toLowerCase();
}

/** A comment of the site is one paragraph, where the file has several. */
function sentencesOf(line: string): string[] {
  return line.split(/(?<=\.)(?=[a-z])/).filter((each) => each !== '');
}
