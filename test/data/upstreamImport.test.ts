import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { ImportedSource, MappingText } from '../../src/core/knowledge/publisherTexts';
import { readTexts } from '../../src/core/publisher/store/readTexts';
import { Store } from '../../src/core/publisher/store/store';
import { changesSentence } from '../../src/core/publisher/summary';
import { publisherParagraphs } from '../../src/core/publisher/texts/markdown';
import { importInto, input } from '../support/publisher/importing';
import { counting, MemoryStore } from '../support/publisher/memoryStore';

const UPSTREAM = process.env['UPSTREAM_DIR'] ?? path.resolve('../shared/upstream');
const text = (name: string): string => fs.readFileSync(path.join(UPSTREAM, name), 'utf8');
const filesIn = (folder: string): string[] =>
  fs.readdirSync(path.join(UPSTREAM, folder)).filter((name) => name.includes('attack-'));

interface Bundle {
  readonly objects: readonly Record<string, unknown>[];
}
interface Mapping {
  readonly mapping_objects: readonly Record<string, unknown>[];
}

const DESCRIBED = new Set([
  'attack-pattern',
  'course-of-action',
  'x-mitre-tactic',
  'intrusion-set',
  'malware',
  'tool',
  'campaign',
  'x-mitre-data-source',
  'x-mitre-data-component',
  'x-mitre-detection-strategy',
]);

suite('the publishers’ files, imported', function () {
  this.timeout(120_000);
  const store = new MemoryStore();
  let sources: readonly ImportedSource[] = [];

  suiteSetup(async function () {
    if (!fs.existsSync(path.join(UPSTREAM, 'attack'))) return this.skip();
    const inputs = ['attack', 'mappings'].flatMap((folder) =>
      filesIn(folder).map((name) => input(name, text(`${folder}/${name}`))),
    );
    const report = await importInto(store, inputs);
    assert.ok(report.ok, JSON.stringify(report));
    sources = report.value.sources;
    assert.equal(
      changesSentence(report.value.changes),
      'IDs, names and mappings stay as they were.',
      'the bundled facts were made from these very files',
    );
    assert.deepEqual(report.value.skipped, []);
  });

  test('have as many described objects as the bundles do', () => {
    for (const name of filesIn('attack')) {
      const { objects }: Bundle = JSON.parse(text(`attack/${name}`));
      const described = new Set(
        objects
          .filter(({ type, description }) => DESCRIBED.has(String(type)) && description)
          .flatMap(
            (each) =>
              ((each['external_references'] ?? []) as { source_name: string; external_id?: string }[])
                .filter(
                  ({ source_name: source, external_id: id = '' }) =>
                    source.startsWith('mitre') && /^(?:TA?|[MGSC]|DS|DC|DET)\d{4}/.test(id),
                )
                .map(
                  ({ external_id: id = '' }) =>
                    `${String(each['type']) === 'course-of-action' ? 'M' : ''}${id}`,
                )
                .filter((id) => !id.startsWith('MT')), // mitigations of before 2019 have the ID of a technique
          ),
      );
      assert.equal(sources.find(({ file }) => file === name)?.texts, described.size, name);
    }
  });

  test('have as many rows as the mapping files do, and a text for each that says something of a pair', () => {
    for (const name of filesIn('mappings')) {
      const { mapping_objects: rows }: Mapping = JSON.parse(text(`mappings/${name}`));
      const source = sources.find(({ file }) => file === name);
      assert.equal(source?.records, rows.length, name);
      const pairs = rows.filter(
        (row) => row['capability_id'] && row['mapping_type'] && row['attack_object_id'],
      );
      const isKnown = /csa_ccm|nist/.test(name);
      const said = isKnown
        ? pairs.filter((row) => row['comments'] || (row['references'] as unknown[]).length > 0)
        : pairs;
      assert.equal(source?.texts, said.length, name);
    }
  });

  test('are found again, each comment under its technique and its control', async () => {
    const { state } = await new Store(store, counting()).read();
    assert.ok(state.current);
    const { mapping_objects: rows }: Mapping = JSON.parse(
      text('mappings/csa_ccm-4.1_attack-17.1-enterprise.json'),
    );
    const techniques = new Set(
      rows.flatMap((row) => (row['comments'] ? [String(row['attack_object_id'])] : [])),
    );
    let found = 0;
    const byControl = new Map<string, MappingText[]>();
    for (const id of techniques) {
      const texts = await readTexts(store, state.current, [id]);
      assert.ok(texts.ok);
      const own = texts.value.mappings.find(({ source }) => source.framework === 'ccm')?.texts ?? [];
      found += own.length;
      for (const each of own)
        byControl.set(each.capability, [...(byControl.get(each.capability) ?? []), each]);
    }
    assert.equal(found, 792);
    assert.equal(byControl.size, 57);
    for (const [key, own] of byControl) {
      const texts = await readTexts(store, state.current, [key]);
      assert.ok(texts.ok);
      assert.equal(
        texts.value.mappings.find(({ source }) => source.framework === 'ccm')?.texts.length,
        own.length,
        key,
      );
    }
  });

  test('leave no citation and no markup of code in what is shown', () => {
    const { objects }: Bundle = JSON.parse(text('attack/enterprise-attack-18.1.json'));
    const left: string[] = [];
    for (const { type, description } of objects) {
      if (!DESCRIBED.has(String(type)) || typeof description !== 'string') continue;
      const parts = publisherParagraphs(description).flatMap((paragraph) => paragraph.parts);
      for (const part of parts)
        if (/\(Citation:|<\/?code>|\]\(http/.test(part.text) && part.style !== 'code') left.push(part.text);
    }
    assert.deepEqual(left, []);
  });
});
