// Opens a headless Chromium: the one named by CHROMIUM_PATH, else the one from npm, else an installed Chrome.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
];

/** Opens a headless Chromium. Closing it on a signal is left to the caller. */
export function launchBrowser(host) {
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ headless: true, args: flags, ...signals, ...programOf(host) });
}

function programOf(host) {
  const shipped = path.join(host, 'browser/chromium');
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH };
  if (fs.existsSync(shipped)) return { executablePath: shipped, env: shippedEnvironment(shipped) };
  return { channel: 'chrome' };
}

/** A bare machine may lack shared libraries and fonts; the browser's package brings some along. */
function shippedEnvironment(program) {
  const folder = path.dirname(program);
  const lacksLibraries = execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found');
  return {
    ...process.env,
    ...(lacksLibraries ? { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } : {}),
    ...(fs.existsSync('/usr/share/fonts') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }),
  };
}
