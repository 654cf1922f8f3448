import { expect, test } from 'vitest';
import { newStep, stepKinds, usualSteps, withAdded, withMoved } from './steps';

test('a step is added before the one that ends the way', () => {
  const kinds = withAdded(usualSteps(), newStep('menu')).map(step => step.step);
  expect(kinds).toEqual(['hours', 'say', 'menu', 'queue']);
});

test('a step is added at the end of a way that goes on', () => {
  expect(withAdded([newStep('say')], newStep('end')).map(step => step.step)).toEqual(['say', 'end']);
});

test('steps change places', () => {
  expect(withMoved([newStep('say'), newStep('menu')], 1, -1).map(step => step.step)).toEqual(['menu', 'say']);
});

test('a new step is of the kind asked for', () => {
  for (const kind of stepKinds) expect(newStep(kind).step).toBe(kind);
});
