import { ROLE_WORDS } from '../../coverage/words';
import type { ControlRole } from '../../coverage/controls';
import type { TechniqueState } from '../../coverage/techniques';
import { capitalized } from '../../text/message';
import { markup, NOTHING, type Html } from '../htmlText';
import type { Cell } from '../model';
import { commaSeparated, markOf, remarked, wholeId } from '../pageParts';
import { placeText } from '../phrases';
import type { CoverageReport, ReportPlace } from '../report';

type CellOf<K> = Extract<Cell, { readonly kind: K }>;

export function cellHtml(report: CoverageReport, cell: Cell): Html {
  if (typeof cell !== 'object') return markup`${cell}`;
  switch (cell.kind) {
    case 'id':
      return idHtml(cell);
    case 'name':
      return remarked(cell.name, cell.remark);
    case 'term':
      return termHtml(cell);
    case 'count':
      return markup`${cell.count}`;
    case 'techniques':
      return goToAll(cell.ids);
    case 'controls':
      return cell.of === undefined ? commaSeparated(cell.ids, wholeId) : goToAll(cell.ids);
    case 'documents':
      return markup`${cell.paths.join(', ')}`;
    case 'places':
      return placesHtml(report, cell);
  }
}

/** What a column sorts by, if that isn't the text: the most first. */
export function sortKey(cell: Cell): number | undefined {
  if (typeof cell !== 'object') return typeof cell === 'number' ? cell : undefined;
  switch (cell.kind) {
    case 'term':
      return cell.order;
    case 'count':
      return cell.count;
    case 'techniques':
    case 'controls':
      return -cell.ids.length;
    case 'places':
      return -cell.places.length;
    default:
      return undefined;
  }
}

function idHtml({ id, url, name, place }: CellOf<'id'>): Html {
  const text = goTo(place, id, `row-${id}`);
  if (name !== undefined) return markup`<b>${text}</b> ${name}`;
  if (url === undefined) return text;
  return markup`${text} <a class="page" href="${url}" title="${id} on MITRE ATT&amp;CK" aria-label="${id} on MITRE ATT&amp;CK">↗</a>`;
}

function termHtml({ code, words, remark = '', sign }: CellOf<'term'>): Html {
  if (sign === undefined) return remarked(words, remark);
  if (sign === 'state')
    return markup`<span class="state ${code}">${markOf(code as TechniqueState)}${words}</span>`;
  const title = capitalized(ROLE_WORDS[code as ControlRole]);
  return remarked(markup`<span class="state" title="${title}">${swatch(code)}${words}</span>`, remark);
}

export function swatch(role: string): Html {
  return markup`<span class="swatch ${role}" aria-hidden="true"></span>`;
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
export function goToAll(ids: readonly string[]): Html {
  return commaSeparated(
    ids,
    (id) => markup`<button type="button" class="go" data-as="row-${id}">${id}</button>`,
  );
}

const MAX_PLACES = 5;

/** Links to the first places, and to the rest of them all at once. */
function placesHtml({ documents }: CoverageReport, { id, places }: CellOf<'places'>): Html {
  if (places.length === 0) return NOTHING;
  const links = places
    .slice(0, MAX_PLACES)
    .map((place) => goTo(place, placeText(place, documents.length === 1)));
  const more = places.length - links.length;
  const rest =
    more > 0
      ? markup`<button type="button" class="go" data-references="${id}">${more} more</button>`
      : NOTHING;
  return markup`<span class="places">${links}${rest}</span>`;
}
