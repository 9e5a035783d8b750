// Opens VS Code's workbench in a headless browser.
import util from 'node:util';
import { workbenchAddress } from './address.mjs';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/**
 * Opens a workbench.
 * @param options those of `startServer` and `workbenchAddress`; `size` of the window in pixels (1280 by 800); `scale`
 *   (device pixels to a pixel: 1); `onLog`, which gets each line of the workbench's log, and with it what the
 *   extension host writes to its console.
 * @returns `page` (playwright's), `result` (a promise of the exit code of the tests), `close()`.
 */
export async function openWorkbench(options) {
  const server = await startServer(options);
  const browser = await launchBrowser(server.host).catch(async (error) => {
    await server.close();
    throw error;
  });
  const page = await browser.newPage(pageOptions(options));
  const result = testResult(page, server);
  result.catch(() => {}); // not everyone waits for it
  await forwardLog(page, options.onLog ?? (() => {}));
  await page.goto(workbenchAddress(server, options), { waitUntil: 'commit' });
  const close = async () => {
    await browser.close().catch(() => {});
    await server.close();
  };
  return { page, result, close };
}

function pageOptions({ size = { width: 1280, height: 800 }, scale = 1 }) {
  return { viewport: size, deviceScaleFactor: scale, permissions: ['clipboard-read', 'clipboard-write'] };
}

/** The workbench calls these two functions, where the page has them, when it runs tests. */
function testResult(page, server) {
  return new Promise((resolve, reject) => {
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    server.failure.catch(reject);
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
}

async function forwardLog(page, onLog) {
  await page.exposeFunction('codeAutomationLog', (type, values) =>
    onLog(`[${type}] ${util.format(...values)}`),
  );
}
