import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { COMMANDS, CONTEXT_KEYS, VIEWS } from '../../src/extension/contributions';
import { manifest, projectFolder, projectText } from '../support/manifest';

const { views, viewsContainers, viewsWelcome, menus } = manifest.contributes;
const [container] = viewsContainers.activitybar;
const inContainer = views[container?.id ?? ''] ?? [];
const whens = [...Object.values(menus).flat(), ...viewsWelcome].map(({ when }) => when ?? '');
const treeMenus = [...(menus['view/title'] ?? []), ...(menus['view/item/context'] ?? [])];

suite('the views in package.json', () => {
  test('are those of the code, in a container of their own with an icon', () => {
    assert.deepEqual(
      inContainer.map(({ id }) => id),
      Object.values(VIEWS),
    );
    assert.ok(existsSync(path.join(projectFolder, container?.icon ?? '-')));
  });

  test('ask for context keys that the code sets, and the code sets none that nobody asks for', () => {
    const asked = whens.flatMap((when) => when.match(/\bcontrolLens\.\w+/g) ?? []);
    const known = new Set<string>([...Object.values(CONTEXT_KEYS), ...Object.values(VIEWS)]);
    const unknown = asked.filter((key) => !known.has(key) && key !== 'controlLens.sideBar');
    assert.deepEqual(unknown, []);
    for (const key of Object.values(CONTEXT_KEYS)) assert.ok(asked.includes(key), key);
  });

  test('welcome with commands that exist, in views that exist', () => {
    const foreign = new Set(['vscode.openFolder', 'workbench.trust.manage']);
    for (const { view, contents } of viewsWelcome) {
      assert.ok(
        inContainer.some(({ id }) => id === view),
        view,
      );
      for (const [, command = ''] of contents.matchAll(/\(command:([^)]+)\)/g))
        assert.ok(foreign.has(command) || Object.values<string>(COMMANDS).includes(command), command);
    }
  });

  test('have a welcome for every state of the code', () => {
    for (const [file, key] of [
      ['documentView', 'documentState'],
      ['workspaceView', 'workspaceState'],
    ] as const) {
      const source = projectText(`src/extension/views/${file}.ts`);
      const states = /type \w+State =([^;]+);/.exec(source)?.[1]?.match(/[a-z-]+(?=')/g) ?? [];
      assert.ok(states.length > 3);
      for (const state of states)
        assert.ok(
          state === 'ready' || whens.some((when) => when.includes(`${CONTEXT_KEYS[key]} == ${state}`)),
          state,
        );
    }
  });

  test('have menus of existing commands, which need a node if the palette lacks them', () => {
    for (const { command } of treeMenus)
      assert.ok(Object.values<string>(COMMANDS).includes(command), command);
    const palette = menus['commandPalette'] ?? [];
    const hidden = new Set(palette.filter(({ when }) => when === 'false').map(({ command }) => command));
    const onNodes = (menus['view/item/context'] ?? []).map(({ command }) => command);
    assert.deepEqual(
      [...new Set(onNodes)].filter((command) => !hidden.has(command)),
      [],
    );
  });

  test('have an icon for each command in a title', () => {
    const inTitle = (menus['view/title'] ?? []).filter(({ group }) => group?.startsWith('navigation'));
    for (const { command } of inTitle) {
      const own = manifest.contributes.commands.find((each) => each.command === command);
      assert.match(own?.icon ?? '', /^\$\([a-z-]+\)$/, command);
    }
  });
});
