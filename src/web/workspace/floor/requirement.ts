import type { TFunction } from 'i18next';
import type { RequirementView } from '../../shared/api';
import { languageName } from '../../shared/format';

/** A requirement in the reader's language: "Polish 3 and (Products 2 or team Care)". */
export function requirementWords(requirement: RequirementView, t: TFunction, inner = false): string {
  const { kind, name, level, parts } = requirement;
  const several = (word: string) => {
    const words = (parts ?? []).map(part => requirementWords(part, t, true)).join(` ${word} `);
    return inner && (parts?.length ?? 0) > 1 ? `(${words})` : words;
  };
  if (kind === 'all') return several(t('requirement.and'));
  if (kind === 'one') return several(t('requirement.or'));
  if (kind === 'not') return t('requirement.not', { what: several('') });
  if (kind === 'language')
    return t('requirement.level', { what: languageName(name ?? ''), level: level ?? 1 });
  if (kind === 'skill') return t('requirement.level', { what: name ?? '', level: level ?? 1 });
  if (kind === 'trust') return t('requirement.trust', { level: level ?? 0 });
  if (kind === 'team') return t('requirement.team', { name: name ?? '' });
  if (kind === 'vendor') return t('requirement.vendor', { name: name ?? '' });
  return kind === 'agent' ? (name ?? '') : t('requirement.any');
}
