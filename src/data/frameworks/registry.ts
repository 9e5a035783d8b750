import { CCM } from './ccm';
import { NIST_800_53 } from './nist80053';
import type { FrameworkSpec } from './spec';

/** The frameworks that are imported. One more is one more line here. */
export const FRAMEWORKS: readonly FrameworkSpec[] = [CCM, NIST_800_53];
