import type { Analysis } from '../../analysis/analysis';
import type { CanonicalId } from '../../identifiers/grammar';
import type { Reference } from '../../recognition/reference';
import { message, type Message } from '../../text/message';
import { pinnedVersion } from '../../resolution/pinnedVersion';
import { replaceId } from '../replaceId';
import { nestedChange } from './nestedChange';
import { misplacedBelow } from './nestedTechniques';
import { tacticChange } from './tacticChange';
import { withoutRepeats, type Edits } from './repeats';

/** A replacement of an ID, with all that has to change with it. */
export interface Proposal {
  readonly edits: Edits;
  /** Why a person has to look at the result; undefined if it is safe as far as the place alone can tell. */
  readonly caution: Message | undefined;
}

/** Another ID in the place of a reference's: with its name, the target of its link and the tactic that it is paired with. */
export function propose(analysis: Analysis, reference: Reference, id: CanonicalId): Proposal {
  const edits = replaceId(analysis, reference, id);
  if (id === reference.id) return { edits, caution: undefined };
  const version = pinnedVersion(analysis.document, reference);
  if (version !== undefined) return { edits, caution: message('the address is that of ATT&CK {0}', version) };
  const holder = misplacedBelow(analysis, reference, id);
  const nested = holder === undefined ? undefined : nestedChange(analysis, reference);
  if (holder !== undefined && nested?.id !== id)
    return { edits, caution: message('it is listed with {0}', holder) };
  const tactic = tacticChange(analysis, reference, id);
  if (tactic === 'undecided') return { edits, caution: message('it has other tactics') };
  return { edits: distinct([...(nested?.edits ?? edits), ...tactic]), caution: undefined };
}

/** A tactic's ID and its name may each ask for the change of both. */
function distinct(edits: Edits): Edits {
  return edits.filter(
    ({ span }, index) => edits.findIndex((each) => each.span.start === span.start) === index,
  );
}

/** The same where the result repeats no key and no item: it merges entries, or asks for a look. */
export function proposeWithoutRepeats(analysis: Analysis, reference: Reference, id: CanonicalId): Proposal {
  const proposal = propose(analysis, reference, id);
  const { edits, repeated } = withoutRepeats(analysis, [proposal.edits]);
  const [what] = repeated.values();
  if (what !== undefined)
    return { edits: proposal.edits, caution: proposal.caution ?? message('{0} is already here', what) };
  return { ...proposal, edits: edits[0] ?? proposal.edits };
}
