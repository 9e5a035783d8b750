/** One cell of the matrix can be reached by Tab; arrow keys go on from there. */
export function readyMatrix(): void {
  for (const [at, cell] of cells().entries()) cell.tabIndex = at === 0 ? 0 : -1;
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
    for (const cell of cells()) cell.tabIndex = cell === target ? 0 : -1;
  });
}

function cells(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.matrix .go')];
}

function columns(): HTMLElement[][] {
  return [...document.querySelectorAll('.matrix .tactic')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.go'),
  ]);
}

function neighbor(cell: HTMLElement, key: string): HTMLElement | undefined {
  const all = columns();
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
