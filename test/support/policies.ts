import { realKnowledge } from './knowledge';

/** Ids to write documents with: techniques, controls of either edition, and ids that nobody knows. */
function ids(): { readonly techniques: readonly string[]; readonly controls: readonly string[] } {
  const knowledge = realKnowledge();
  const { attack } = knowledge;
  const ccm = knowledge.framework('ccm');
  return {
    techniques: [...attack.ids('technique', 'sub-technique'), 'T9999', 'T1086'],
    controls: [...new Set([...ccm.idsIn('4.1'), ...ccm.idsIn('4.0'), 'IAM-99'])],
  };
}

let pool: ReturnType<typeof ids> | undefined;

/** A made-up policy with about so many references; every other one is YAML, and each declares an edition or none. */
export function writePolicy(random: () => number, references: number): { name: string; text: string } {
  pool ??= ids();
  const { techniques, controls } = pool;
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const name = random().toString(36).slice(2, 8);
  const rows = Math.ceil(references / 3);
  const row = Array.from({ length: rows }, () => [pick(techniques), pick(controls), pick(controls)] as const);
  const edition = pick(['4.0', '4.1', '']);
  if (random() < 0.5) {
    const items = row.map(
      ([technique, first, second]) =>
        `  - name: Threat\n    technique: ${technique}\n    controls: [${first}, ${second}]\n`,
    );
    return {
      name: `${name}.yaml`,
      text: `${edition && `ccm_version: ${edition}\n`}threats:\n${items.join('')}`,
    };
  }
  const table = row.map(([technique, first, second]) => `| ${technique} | ${first}, ${second} |\n`);
  const head = `${edition && `---\nccm_version: ${edition}\n---\n`}# ${pick(controls)} Policy\n\nEverybody keeps to it.\n\n`;
  return { name: `${name}.md`, text: `${head}| Technique | Controls |\n| --- | --- |\n${table.join('')}` };
}
