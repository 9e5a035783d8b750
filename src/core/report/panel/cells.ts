import type { ControlRole } from '../../coverage/controls';
import type { TechniqueState } from '../../coverage/techniques';
import { markup, NOTHING, type Html } from '../htmlText';
import type { CoverageReport, ReportPlace } from '../report';

/** Told beside the color, so that nothing hangs on seeing it. */
export const STATE_MARKS: Readonly<Record<TechniqueState, string>> = {
  addressed: '✓',
  gap: '○',
  'no-mapped-control': '–',
};

/** Short; `ROLE_WORDS` tells them in full. */
export const ROLE_HEADS: Readonly<Record<ControlRole, string>> = {
  addressing: 'Cited',
  unneeded: 'No technique here',
  'without-mapping': 'No mapping',
  'not-cited': 'Not cited',
};

export function markOf(state: TechniqueState): Html {
  return markup`<span class="mark" aria-hidden="true">${STATE_MARKS[state]}</span>`;
}

/** A button that leads to the place; plain text where there is none. */
export function goTo(place: ReportPlace | undefined, text: string | Html, id?: string): Html {
  if (!place) return markup`${text}`;
  const { path, line, character } = place;
  const name = id === undefined ? NOTHING : markup` id="${id}"`;
  return markup`<button type="button" class="go"${name} data-path="${path}" data-line="${line}" data-character="${character}" title="${path}:${line + 1}">${text}</button>`;
}

/**
 * Buttons for things that are named. Each does what the one in the row of its thing does: there are very many, and a
 * place takes much room.
 */
export function goToAll(labels: readonly string[]): Html {
  const one = (label: string, at: number): Html =>
    markup`${at > 0 ? ', ' : ''}<button type="button" class="go" data-as="row-${label}">${label}</button>`;
  return markup`${labels.map(one)}`;
}

/** Ids that are cited nowhere; none is broken at its hyphen. */
export function wholeIds(labels: readonly string[]): Html {
  return markup`${labels.map((label, at) => markup`${at > 0 ? ', ' : ''}<span class="whole-id">${label}</span>`)}`;
}

const MOST_PLACES = 5;

/** Links to the first places, and to the rest of them all at once. */
export function whereCell({ documents }: CoverageReport, places: readonly ReportPlace[], id: string): Html {
  if (places.length === 0) return NOTHING;
  const shown = places.slice(0, MOST_PLACES);
  const links = shown.map((place) => {
    const { path, line } = place;
    const text = documents.length === 1 ? `line ${line + 1}` : `${path}:${line + 1}`;
    return goTo(place, text);
  });
  const more = places.length - shown.length;
  const rest =
    more > 0
      ? markup`<button type="button" class="go" data-references="${id}">${more} more</button>`
      : NOTHING;
  return markup`<span class="places">${links}${rest}</span>`;
}
