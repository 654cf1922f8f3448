import { describe, expect, it } from 'vitest';
import { type Sign, triggerAt } from './trigger';

const signs: Sign[] = ['/', '@', ':'];
const at = (text: string) => triggerAt(text, text.length, signs);

describe('A sign in what one writes', () => {
  it('asks at the start of a word', () => {
    expect(at('/')).toEqual({ sign: '/', from: 0, wanted: '' });
    expect(at('Hello /exch')).toEqual({ sign: '/', from: 6, wanted: 'exch' });
    expect(at('see (@wój')).toEqual({ sign: '@', from: 5, wanted: 'wój' });
    expect(at('well :thu')).toEqual({ sign: ':', from: 5, wanted: 'thu' });
  });

  it('asks for what stands before the caret, whatever comes after', () => {
    expect(triggerAt('/ex and more', 3, signs)).toEqual({ sign: '/', from: 0, wanted: 'ex' });
  });

  it('does not ask within a word, an address, a time or a smiley', () => {
    for (const text of ['and/or', 'https://', 'a@b', '12:30', ':-)', ': x', 'done.'])
      expect(at(text), text).toBeNull();
  });

  it('asks only for what there is', () => {
    expect(triggerAt('@ana', 4, ['/'])).toBeNull();
  });
});
