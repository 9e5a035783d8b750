/** One cell of a matrix can be reached by Tab; arrow keys go on from there. */
export function readyMatrix(): void {
  for (const matrix of document.querySelectorAll('.matrix'))
    for (const [at, cell] of cellsOf(matrix).entries()) cell.tabIndex = at === 0 ? 0 : -1;
}

export function followMatrix(): void {
  document.addEventListener('keydown', (event) => {
    const cell =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.matrix .go') : null;
    const next = cell && neighbor(cell, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches('.matrix .go')) return;
    for (const cell of cellsOf(matrixOf(target))) cell.tabIndex = cell === target ? 0 : -1;
  });
}

function matrixOf(cell: Element): Element | null {
  return cell.closest('.matrix');
}

function cellsOf(matrix: Element | null): HTMLElement[] {
  return [...(matrix?.querySelectorAll<HTMLElement>('.go') ?? [])];
}

function columnsOf(matrix: Element | null): HTMLElement[][] {
  return [...(matrix?.querySelectorAll('.tactic') ?? [])].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.go'),
  ]);
}

function neighbor(cell: HTMLElement, key: string): HTMLElement | undefined {
  const all = columnsOf(matrixOf(cell));
  const x = all.findIndex((column) => column.includes(cell));
  const column = all[x] ?? [];
  const y = column.indexOf(cell);
  const beside = (other: readonly HTMLElement[] = []): HTMLElement | undefined =>
    other[Math.min(y, other.length - 1)];
  switch (key) {
    case 'ArrowDown':
      return column[y + 1];
    case 'ArrowUp':
      return column[y - 1];
    case 'ArrowRight':
      return beside(all[x + 1]);
    case 'ArrowLeft':
      return beside(all[x - 1]);
    case 'Home':
      return column[0];
    case 'End':
      return column.at(-1);
    default:
      return undefined;
  }
}
