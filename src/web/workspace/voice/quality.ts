/** How good a call sounds: `loss` as a share of packets, times in milliseconds; the worse direction counts. */
export type Quality = { loss: number; jitterMs: number; roundTripMs: number };

export type Light = 'good' | 'fair' | 'poor';

/** What was counted since the beginning, from which the last seconds are a difference. */
export type Counted = { received: number; lost: number };

/** Beyond the first of each pair it can be heard, beyond the second it disturbs. */
const lossHeard = [0.02, 0.06] as const;
const jitterHeardMs = [30, 80] as const;
const roundTripHeardMs = [300, 600] as const;

export function lightOf({ loss, jitterMs, roundTripMs }: Quality): Light {
  const worst = Math.max(
    grade(loss, lossHeard),
    grade(jitterMs, jitterHeardMs),
    grade(roundTripMs, roundTripHeardMs),
  );
  return (['good', 'fair', 'poor'] as const)[worst]!;
}

/** Reads the browser's statistics; `before` is what the last reading counted. */
export function qualityOf(report: RTCStatsReport, before: Counted): { quality: Quality; counted: Counted } {
  let counted = before;
  const quality: Quality = { loss: 0, jitterMs: 0, roundTripMs: 0 };
  for (const one of report.values()) {
    if (one.type === 'inbound-rtp') {
      counted = { received: one.packetsReceived ?? 0, lost: one.packetsLost ?? 0 };
      const [received, lost] = [counted.received - before.received, counted.lost - before.lost];
      if (lost > 0) quality.loss = Math.max(quality.loss, lost / (received + lost));
      quality.jitterMs = Math.max(quality.jitterMs, (one.jitter ?? 0) * 1000);
    } else if (one.type === 'remote-inbound-rtp') {
      quality.loss = Math.max(quality.loss, one.fractionLost ?? 0);
      quality.jitterMs = Math.max(quality.jitterMs, (one.jitter ?? 0) * 1000);
    } else if (one.type === 'candidate-pair' && one.nominated) {
      quality.roundTripMs = Math.max(quality.roundTripMs, (one.currentRoundTripTime ?? 0) * 1000);
    }
  }
  return { quality, counted };
}

function grade(value: number, [heard, disturbs]: readonly [number, number]): number {
  return value > disturbs ? 2 : value > heard ? 1 : 0;
}
