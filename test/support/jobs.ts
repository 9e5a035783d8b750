import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from './manifest';

/** Something that a team does, from an empty folder on. */
export interface Job {
  readonly title: string;
  readonly about: string;
  /** Files that are there at first. */
  readonly files: Readonly<Record<string, string>>;
  /** What is typed, in order; `files` of a step are written before it. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly command: string;
  readonly files?: Readonly<Record<string, string>>;
}

const TOPICS = [
  'access',
  'backup',
  'cloud',
  'endpoints',
  'keys',
  'logging',
  'mail',
  'network',
  'people',
  'suppliers',
  'web',
];
const OLD = [
  'PowerShell',
  'scripts',
  'services',
  'tasks',
  'shells',
  'jobs',
  'tools',
  'agents',
  'macros',
  'loaders',
];

function oldPolicy(topic: string): string {
  const lines = OLD.map((what) => `- Use of ${what} in ${topic} is watched (ATT&CK T1086).`);
  return `# Policy on ${topic}\n\n${lines.join('\n')}\n`;
}

const LIBRARY = Object.fromEntries(TOPICS.map((topic) => [`policies/${topic}.md`, oldPolicy(topic)]));
const NEW = `
## Sessions

Administrators sign in with a second factor (CCM IAM-99).

What starts scripts is restricted (ATT&CK T1064).
`;

const REVIEW: Job = {
  title: 'Review a change in a pull request',
  about:
    'A library of eleven policies has 110 old findings. A change renames a policy, moves a line of another one, and adds two sentences. What it adds is two findings, and they are all that is shown.',
  files: LIBRARY,
  steps: [
    {
      command:
        'git init --quiet --initial-branch=main && git add policies && git commit --quiet -m "The library"',
    },
    { command: 'control-lens check policies | tail -n 3 | head -n 1' },
    {
      command: 'git switch --quiet -c sessions && git mv policies/web.md policies/web-sites.md',
    },
    {
      files: {
        'policies/access.md': `${oldPolicy('access')}${NEW}`,
        'policies/keys.md': oldPolicy('keys').split('\n').slice(0, -2).join('\n'),
        'policies/backup.md': `${oldPolicy('backup')}${oldPolicy('keys').split('\n').at(-2) ?? ''}\n`,
      },
      command: 'git diff HEAD --stat -M',
    },
    { command: 'control-lens check policies --since main' },
    { command: 'control-lens check policies --since main --format github' },
  ],
};

const samples = path.join(projectFolder, 'media/sample');

const ANSWER: Job = {
  title: 'Which of our documents answer TA0008?',
  about:
    'Few policies name techniques; most cite controls. The answer is the techniques of the tactic that the cited controls are mapped to, and the documents that cite them.',
  files: Object.fromEntries(
    fs
      .readdirSync(samples)
      .map((name) => [`policies/${name}`, fs.readFileSync(path.join(samples, name), 'utf8')]),
  ),
  steps: [
    { command: 'control-lens coverage policies --tactic TA0008' },
    {
      files: {
        'profile.txt': '# What our threat intelligence saw\nT1021.001\nT1021.004\nT1550.001\nT1570\n',
      },
      command: 'control-lens coverage policies --techniques profile.txt | head -n 20',
    },
    {
      command:
        'control-lens coverage policies --tactic TA0008 --format navigator --layer mapped --output lateral-movement.json',
    },
  ],
};

const MIGRATION: Job = {
  title: 'Migrate a library from CCM 4.0 to 4.1',
  about:
    'Declarations, IDs, the titles next to them and ranges change. What a person must decide is listed, and stays as it is.',
  files: {
    'policies/network.md':
      '---\nccm_version: 4.0\n---\n\n# Network\n\n| Control | Title |\n| --- | --- |\n| IVS-03 | Network Security |\n| IVS-09 | Network Defense |\n',
    'policies/suppliers.md': '# Suppliers\n\nWe follow CCM 4.0: STA-02 to STA-05, and IAM-12 for logs.\n',
    'policies/register.yaml': 'edition: CCM 4.0\ncontrols: [IAM-14, IVS-01]\n',
  },
  steps: [
    { command: 'control-lens migrate --from 4.0 --to 4.1 policies --diff' },
    { command: 'control-lens migrate --from 4.0 --to 4.1 policies' },
    { command: 'control-lens check policies' },
  ],
};

export const JOBS: readonly Job[] = [REVIEW, ANSWER, MIGRATION];

/** Packs the project as it is built, for jobs to install. */
export function packed(folder: string): string {
  const script = [path.join(projectFolder, 'scripts/packageNpm.mjs'), folder];
  const [only] = JSON.parse(execFileSync(process.execPath, script, { encoding: 'utf8' })) as {
    filename: string;
  }[];
  return path.join(folder, only?.filename ?? '');
}

/** Does the job in an empty folder, and gives what is typed and printed. */
export function transcript({ files, steps }: Job, archive: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'control-lens-job-'));
  try {
    fs.copyFileSync(archive, path.join(folder, 'control-lens.tgz'));
    const install = 'npm install --silent --no-audit --no-fund ./control-lens.tgz';
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    write(folder, files);
    return [{ command: install }, ...steps].map((step) => done(folder, step)).join('\n');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function done(folder: string, { command, files = {} }: Step): string {
  write(folder, files);
  const bin = path.join(folder, 'node_modules/.bin');
  const who = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const env = {
    ...process.env,
    ...who,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    NO_COLOR: '1',
    npm_config_offline: 'true',
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
  const { status, stdout } = spawnSync('bash', ['-c', `{ ${command}; } 2>&1`], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  const told = stdout.replace(/^npm warn .*\n/gm, '');
  return `$ ${command}\n${told}${status === 0 ? '' : `(exit code ${status ?? ''})\n`}`;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** The page with all of them. */
export function transcriptsPage(transcripts: readonly string[]): string {
  const parts = JOBS.map(
    ({ title, about }, at) => `## ${title}\n\n${about}\n\n\`\`\`\n${transcripts[at] ?? ''}\`\`\`\n`,
  );
  return `# Three jobs\n\nEach begins in a folder with nothing but the documents and the npm package. What is typed follows a \`$\`. A test does\nthem again and compares what is printed; \`npm run transcripts\` writes this page.\n\n${parts.join('\n')}`;
}
