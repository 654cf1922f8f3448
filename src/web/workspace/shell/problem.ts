import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../../shared/http';

/** Refusals whose detail is in the reader's language, and worth reading. */
const tellsMore = new Set(['still-in-use']);

/** Says in the reader's words what went wrong: the refusal's own text, or the server's when there is none. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return error => {
    if (error instanceof Unreachable) return t('problem.unreachable');
    if (!(error instanceof Refused)) return t('problem.unknown');
    const key = `problem.${error.type}`;
    const own = i18n.exists(key) ? t(key as 'problem.unknown') : error.message || t('problem.unknown');
    return error.detail && (tellsMore.has(error.type) || !i18n.exists(key)) ? `${own} ${error.detail}` : own;
  };
}
