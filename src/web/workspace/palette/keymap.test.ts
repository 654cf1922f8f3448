import { describe, expect, it } from 'vitest';
import { actionNames } from './actions';
import { actsWhileTyping, isFree, keyNameOf } from './keyEvent';
import { conflictsOf, keyOf, withKey } from './keymap';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const centrala = { preset: 'centrala', keys: {} } as const;

describe('A key', () => {
  it('is named by what it types', () => {
    expect(keyNameOf({ ...plain, key: 'j' })).toBe('j');
    expect(keyNameOf({ ...plain, key: 'J' })).toBe('j');
    expect(keyNameOf({ ...plain, key: 'Ş', shiftKey: true })).toBe('shift+ş');
    expect(keyNameOf({ ...plain, key: '?', shiftKey: true })).toBe('?');
    expect(keyNameOf({ ...plain, key: 'k', metaKey: true })).toBe('mod+k');
    expect(keyNameOf({ ...plain, key: 'F2' })).toBe('F2');
  });

  it('with Alt is none, for AltGr types letters', () => {
    expect(keyNameOf({ ...plain, key: 'ą', ctrlKey: true, altKey: true })).toBeNull();
  });

  it('that moves or edits is none', () => {
    for (const key of ['Enter', 'Tab', 'ArrowUp', 'Dead', ' '])
      expect(keyNameOf({ ...plain, key })).toBeNull();
  });

  it('acts while somebody types only when it types nothing', () => {
    expect(['j', '?', 'shift+j'].some(actsWhileTyping)).toBe(false);
    expect(['mod+k', 'F2', 'shift+F2'].every(actsWhileTyping)).toBe(true);
  });

  it('that the browser needs is not free', () => {
    expect(isFree('mod+c')).toBe(false);
    expect(isFree('mod+k')).toBe(true);
  });
});

describe('A map of keys', () => {
  it.each(['centrala', 'zendesk'] as const)('%s has no conflict to begin with', preset => {
    for (const action of actionNames) expect(conflictsOf(action, { preset, keys: {} })).toEqual([]);
  });

  it('lets the end of a conversation and of its wrap-up share a key', () => {
    expect(keyOf('end', centrala)).toBe(keyOf('done', centrala));
  });

  it('shows what wants the same key', () => {
    const chosen = { preset: 'centrala', keys: { note: 'r' } } as const;
    expect(conflictsOf('note', chosen)).toEqual(['reply']);
    expect(conflictsOf('reply', chosen)).toEqual(['note']);
  });

  it('keeps only what differs from its preset', () => {
    const keys = withKey(centrala, 'note', 'x');
    expect(keys).toEqual({ note: 'x' });
    expect(withKey({ preset: 'centrala', keys }, 'note', 'n')).toEqual({});
  });
});
