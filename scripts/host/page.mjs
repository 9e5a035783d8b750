// What a reader does in a workbench and sees there; `page` is playwright's.
import fs from 'node:fs';
import path from 'node:path';
import { palettePng } from '../support/palettePng.mjs';

const mac = process.platform === 'darwin';
const keys = {
  quickOpen: mac ? 'Meta+P' : 'Control+P',
  problems: mac ? 'Meta+Shift+M' : 'Control+Shift+M',
  quickFix: mac ? 'Meta+.' : 'Control+.',
};

/** Where things are in a workbench. */
export const places = {
  lines: '.editor-instance .view-line',
  lens: '.codelens-decoration a',
  hover: '.monaco-hover:not(.hidden)',
  problem: '.markers-panel .monaco-list-row',
  fix: '.action-widget .monaco-list-row',
  treeRow: '.sidebar .monaco-list-row',
  statusItem: '.statusbar-item',
};

/** Waits until a place shows a text, and gives the first such element. */
export async function see(page, place, text = '', timeout = 30_000) {
  const element = page.locator(place).filter({ hasText: text }).first();
  await element.waitFor({ timeout });
  return element;
}

/** Runs a command by its full title, for example `View: Toggle Word Wrap`. */
export async function runCommand(page, title) {
  await startCommand(page, title);
  await untilPicked(page);
}

/** Opens the coverage report of `This document` or `Workspace`. */
export async function openReportOf(page, source) {
  await startCommand(page, 'Control Lens: Open Coverage Report');
  await pick(page, source, source);
  await webview(page).locator('h1').waitFor();
}

/** Runs a command that asks for one of a list. */
export async function runAndChoose(page, title, choice) {
  await startCommand(page, title);
  await pick(page, choice, choice);
  await untilPicked(page);
}

/** Runs a command that asks for words. */
export async function runAndType(page, title, words) {
  await startCommand(page, title);
  await page.locator('.quick-input-widget input.input').fill(words);
  await page.keyboard.press('Enter');
  await untilPicked(page);
}

export async function openWalkthrough(page) {
  await startCommand(page, 'Welcome: Open Walkthrough...');
  await pick(page, 'Get Started with Control Lens', 'Get Started with Control Lens');
  await see(page, '.getting-started-step', 'See what is open');
}

/** The color themes, by the names that VS Code's own list shows. */
export const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Dark High Contrast' };

/** Switches to one of `themes`. */
export async function switchTheme(page, theme) {
  await startCommand(page, 'Preferences: Color Theme');
  await pick(page, theme, theme);
  await untilPicked(page);
}

/** Opens a file of the workspace by its name. */
export async function openFile(page, name) {
  await page.keyboard.press(keys.quickOpen);
  await pick(page, name, name);
  await untilPicked(page);
  await see(page, '.tab.active', name);
  await see(page, places.lines);
}

/** Runs a command by its full title, and does not wait for what it may ask. */
export async function startCommand(page, title) {
  const row = await chooseCommand(page, title);
  await row.waitFor({ state: 'hidden' });
}

const TRIES = 4;
const PATIENCE_MS = 8000;

/** The palette closes where something else takes the focus, and a webview may lose a key on its way. */
async function chooseCommand(page, title) {
  for (let tries = 1; ; tries++) {
    await page.keyboard.press('F1');
    try {
      const row = await find(page, `>${title}`, title, PATIENCE_MS);
      await row.click({ timeout: PATIENCE_MS });
      return row;
    } catch (error) {
      if (tries === TRIES) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** The first answer of an open list to a query. */
async function find(page, query, title, timeout = 30_000) {
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor({ timeout });
  await input.fill(query, { timeout });
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  await row.waitFor({ timeout });
  return row;
}

async function pick(page, query, title) {
  const row = await find(page, query, title);
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

/** The files of the workspace in the side bar. */
export async function openExplorer(page) {
  await page.keyboard.press('Control+Shift+E');
  await see(page, '.sidebar .composite.title', 'Explorer');
}

const untilPicked = (page) => page.locator('.quick-input-widget').waitFor({ state: 'hidden' });

/** Scrolls the active editor to a line, and puts the cursor there. */
export async function goToLine(page, line) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(`:${line}`);
  await page.keyboard.press('Enter');
  await untilPicked(page);
  await see(page, places.statusItem, `Ln ${line}, `);
  await page.waitForTimeout(300); // until it has scrolled
}

const BOX_TRIES = 100;
const BOX_PAUSE_MS = 100;

/**
 * The box of a text that the active editor shows, in pixels of the page. What leads to a text scrolls there some
 * time after it was clicked: waits until the text is there and has come to rest.
 * @throws Error if no line on the screen has it within ten seconds.
 */
export async function boxOf(page, text) {
  let last = null;
  for (let tries = 0; tries < BOX_TRIES; tries++) {
    const box = await page.evaluate(findText, [places.lines, text]);
    if (box !== null && box.x === last?.x && box.y === last.y) return box;
    last = box;
    await page.waitForTimeout(BOX_PAUSE_MS);
  }
  throw new Error(`No line on the screen has "${text}".`);
}

/** Runs in the page, so it can use nothing of this module. Rendered lines have no-break spaces. */
function findText([lines, text]) {
  for (const line of document.querySelectorAll(lines)) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.replaceAll('\u00a0', ' ').indexOf(text);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      return range.getBoundingClientRect().toJSON();
    }
  }
  return null;
}

/** Puts the mouse over a text until a hover shows `expected`; gives the hover. */
export async function hoverOver(page, text, expected = '') {
  const { x, y, width, height } = await boxOf(page, text);
  await page.mouse.move(x - 60, y + height / 2);
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
  return see(page, places.hover, expected);
}

/** Takes the mouse away from the text, and closes what is open over the editor. */
export async function leave(page) {
  const { width, height } = page.viewportSize();
  await page.mouse.move(width - 10, height - 40);
  await page.keyboard.press('Escape');
}

/** Puts the cursor into a text of the active editor. */
export async function clickOn(page, text) {
  const { x, y, width, height } = await boxOf(page, text);
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Opens the Problems panel and waits until it shows `expected`. */
export async function openProblems(page, expected = '') {
  await page.keyboard.press(keys.problems);
  return see(page, places.problem, expected);
}

/** Opens the quick-fix menu on a text and waits until it offers `expected`. */
export async function openFixes(page, text, expected = '') {
  await clickOn(page, text);
  await page.keyboard.press(keys.quickFix);
  return see(page, places.fix, expected);
}

/** Opens a view container by its title in the activity bar; a click on the one that is open would close it. */
export async function openViewContainer(page, title) {
  const open = page.locator('.sidebar .composite.title', { hasText: title });
  if (await open.first().isVisible()) return;
  const label = page.locator(`.activitybar .action-item .action-label[aria-label^="${title}"]`);
  await label.first().click({ force: true }); // a badge may lie over it, and takes clicks for it
  await see(page, '.sidebar .composite.title', title);
}

/** What a webview shows: a frame to locate things in. */
export const webview = (page) =>
  page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');

/** Saves what the page shows, or one part of it, as `folder/name.png`, when animations are over. */
export async function shoot(page, folder, name, part = page) {
  const file = path.join(folder, `${name}.png`);
  await page.waitForTimeout(400);
  const { width, height, pixels } = await page.evaluate(
    readPixels,
    (await part.screenshot()).toString('base64'),
  );
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, palettePng(width, height, Buffer.from(pixels, 'base64')));
  console.log(file);
}

/** Runs in the page, so it can use nothing of this module: the RGBA of a PNG. */
async function readPixels(png) {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return { width, height, pixels: btoa(text) };
}
