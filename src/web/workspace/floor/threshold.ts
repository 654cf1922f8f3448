import type { AlertMeasure } from './alerts';

const basisPointsPerPercent = 100;

/** The most that a person may set: percent, seconds or contacts. */
export function mostOf(measure: AlertMeasure): number {
  return measure === 'service-level' ? 100 : 1_000_000;
}

/** As a person reads it: service levels in percent, not in basis points. */
export function shownThreshold(measure: AlertMeasure, threshold: number): number {
  return measure === 'service-level' ? threshold / basisPointsPerPercent : threshold;
}

/** As the server keeps it; nobody who is able has no threshold. */
export function keptThreshold(measure: AlertMeasure, shown: number): number {
  if (measure === 'nobody-able') return 0;
  return measure === 'service-level' ? Math.round(shown * basisPointsPerPercent) : Math.round(shown);
}
