import { expect, it } from 'vitest';
import { lightOf, qualityOf } from './quality';

const report = (...stats: object[]) => new Map(stats.map((one, at) => [`${at}`, one])) as RTCStatsReport;

it('is good on a good line', () => {
  expect(lightOf({ loss: 0.01, jitterMs: 12, roundTripMs: 40 })).toBe('good');
});

it('is as good as the worst of loss, jitter and delay', () => {
  expect(lightOf({ loss: 0.03, jitterMs: 12, roundTripMs: 40 })).toBe('fair');
  expect(lightOf({ loss: 0, jitterMs: 90, roundTripMs: 40 })).toBe('poor');
  expect(lightOf({ loss: 0, jitterMs: 0, roundTripMs: 700 })).toBe('poor');
});

it('counts the loss of the last seconds, not of the whole call', () => {
  const { quality, counted } = qualityOf(
    report({ type: 'inbound-rtp', packetsReceived: 1090, packetsLost: 60, jitter: 0.004 }),
    { received: 1000, lost: 50 },
  );
  expect(quality).toEqual({ loss: 0.1, jitterMs: 4, roundTripMs: 0 });
  expect(counted).toEqual({ received: 1090, lost: 60 });
});

it('knows what the other side hears, and how far away it is', () => {
  const { quality } = qualityOf(
    report(
      { type: 'remote-inbound-rtp', fractionLost: 0.25, jitter: 0.05 },
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.12 },
      { type: 'candidate-pair', nominated: false, currentRoundTripTime: 9 },
    ),
    { received: 0, lost: 0 },
  );
  expect(quality).toEqual({ loss: 0.25, jitterMs: 50, roundTripMs: 120 });
});
