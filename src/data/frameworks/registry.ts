import { CCM } from './ccm';
import type { FrameworkSpec } from './spec';

/** The frameworks that are imported. One more is one more line here. */
export const FRAMEWORKS: readonly FrameworkSpec[] = [CCM];
