import { expect, test } from 'vitest';
import { contrastOnWhite } from './contrast';

test('contrast is that of the standard', () => {
  expect(contrastOnWhite('#000000')).toBeCloseTo(21, 5);
  expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 5);
  // The grey that is known as the lightest on which white text passes AA.
  expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2);
});
