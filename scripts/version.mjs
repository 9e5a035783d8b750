// npm runs it in `npm version …`, after it has set the version in package.json and package-lock.json and before it
// commits and tags: it dates the section of CHANGELOG.md, and brings what names the version along.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './support/folders.mjs';

const { npm_old_version: before, npm_new_version: version } = process.env;
if (!before || !version) throw new Error('To be run by npm version');
const date = new Date().toISOString().slice(0, 10);

change('CHANGELOG.md', /^## \S+ - unreleased$/m, `## ${version} - ${date}`);
change('.github/actions/check/action.yml', `default: ${before}`, `default: ${version}`);
change(
  'docs/continuous-integration.md',
  new RegExp(`(control-lens@|check@v|rev: v|git#v)${escaped(before)}\\b`, 'g'),
  `$1${version}`,
);

function change(name, from, to) {
  const file = path.join(process.env.CONTROL_LENS_ROOT ?? root, name);
  const text = fs.readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text && before !== version)
    throw new Error(`${name}: has nothing to change for ${version}`);
  fs.writeFileSync(file, changed);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
