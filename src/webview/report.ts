import type { PanelMessage } from '../core/report/panel/messages';
import { parsePanelUpdate, PieceReader } from '../core/report/panel/updates';
import { applyTables, followTables, showRows } from './tables';
import { followMatrix, readyMatrix } from './matrix';
import { emptyState, parseState, type PageState } from './state';

declare function acquireVsCodeApi(): {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
};

/** Sorts, filters and remembers; what the report says, the extension has put into the page. */
const editor = acquireVsCodeApi();
const source = document.body.dataset['source'] ?? '';
const kept = parseState(editor.getState());
const state = kept?.source === source ? kept : emptyState(source);
const save = (): void => editor.setState(state);

const report = document.querySelector('#report');
const pieces = new PieceReader();
/** Until the rest of a long report is there, nothing can be sorted, and where the reader was is not on the page. */
let isWhole = document.body.dataset['partial'] === undefined;
if (isWhole) {
  apply();
  window.scrollTo(0, state.scroll);
}
save();

followTables(state, save);
followMatrix();
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('button[data-path], button') : null;
  if (button) act(button.dataset);
});
window.addEventListener('scroll', () => {
  if (!isWhole) return;
  state.scroll = window.scrollY;
  save();
});
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = parsePanelUpdate(data);
  const body = message && pieces.read(message);
  if (body !== undefined) update(body);
});
editor.postMessage({ type: 'ready' });

function apply(): void {
  applyTables(state);
  readyMatrix();
}

/** Puts in what the report says now; where the reader is, what is focused, sorted and filtered stays. */
function update(body: string): void {
  const { scroll } = state;
  const focused = document.activeElement;
  const cursor = focused instanceof HTMLInputElement ? focused.selectionStart : null;
  const opened = [...document.querySelectorAll('details[open]')].map(({ id }) => id);
  if (report) report.innerHTML = body;
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  isWhole = true;
  apply();
  const element = focused?.id ? document.getElementById(focused.id) : null;
  element?.focus({ preventScroll: true });
  if (element instanceof HTMLInputElement) element.setSelectionRange(cursor, cursor);
  window.scrollTo(0, scroll);
}

function act(data: DOMStringMap): void {
  const { as, path, line, character, references, export: format, show, query } = data;
  const other = as === undefined ? null : document.getElementById(as);
  if (other && other.dataset['as'] === undefined) act(other.dataset);
  else if (path !== undefined)
    editor.postMessage({ type: 'open', path, line: Number(line), character: Number(character) });
  else if (references !== undefined) editor.postMessage({ type: 'references', id: references });
  else if (format !== undefined) editor.postMessage({ type: 'export', format } as PanelMessage);
  else if (show !== undefined) showRows(state, save, show, query ?? '');
}
