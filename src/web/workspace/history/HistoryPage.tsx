import { useSearch as useAddress, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../palette/commands';
import styles from './HistoryPage.module.css';
import { Preview } from './Preview';
import { Questions } from './Questions';
import { Results } from './Results';
import { noQuestion, useSearch } from './search';

/** Every conversation that one may see: what to look for and what was found on the left, one of them on the right. */
export function HistoryPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text = '', contact: contactId } = useAddress({ from: '/history' });
  const [question, setQuestion] = useState({ ...noQuestion, text });
  const search = useSearch(useDeferredValue(question));
  const found = useMemo(() => search.data?.pages.flatMap(page => page.entries) ?? [], [search.data]);
  const chosen = found.findIndex(entry => entry.contactId === contactId);

  useEffect(() => setQuestion(shown => ({ ...shown, text })), [text]);

  function open(id: string) {
    const search = { ...(question.text && { text: question.text }), contact: id };
    void navigate({ to: '/history', search, replace: true });
  }

  function go(step: number) {
    const next = found[Math.min(Math.max(chosen + step, 0), found.length - 1)];
    if (next) open(next.contactId);
  }

  useCommands([
    { id: 'next', title: t('desk.next'), run: () => go(1) },
    { id: 'previous', title: t('desk.previous'), run: () => go(-1) },
  ]);

  return (
    <div className={styles.page} data-one={contactId ? 'contact' : 'search'}>
      <section className={styles.side} aria-label={t('history.title')}>
        <Questions
          question={question}
          change={part => setQuestion(shown => ({ ...shown, ...part }))}
          step={go}
        />
        <Results
          found={found}
          problem={search.isError}
          retry={() => void search.refetch()}
          waiting={search.isPending}
          stale={search.isPlaceholderData}
          open={contactId}
          choose={open}
          reachEnd={search.hasNextPage && !search.isFetching ? () => void search.fetchNextPage() : undefined}
        />
      </section>
      {contactId ? (
        <Preview
          key={contactId}
          contactId={contactId}
          back={() => void navigate({ to: '/history', search: question.text ? { text: question.text } : {} })}
        />
      ) : (
        <main className={styles.nothing}>
          <h1>{t('history.title')}</h1>
          <p>{t('history.hint')}</p>
        </main>
      )}
    </div>
  );
}
