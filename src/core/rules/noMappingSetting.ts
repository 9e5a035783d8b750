/**
 * How often `no-mapping` warns: at each reference; once for each control near a technique, and once for all others; or
 * once for the document.
 */
export const NO_MAPPING_SETTINGS = ['each', 'near', 'document'] as const;
export type NoMappingSetting = (typeof NO_MAPPING_SETTINGS)[number];
