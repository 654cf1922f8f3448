import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../shared/format';
import { type Language, languageNames } from '../../shared/i18n';
import { useDirectory } from '../desk/desk';
import { useCommands } from '../palette/commands';
import { usePartners } from '../shell/partners';
import { Day, Facet } from './Facet';
import styles from './Questions.module.css';
import { noQuestion, type Question } from './search';
import { useTags } from './useTags';

type Props = {
  question: Question;
  change: (part: Partial<Question>) => void;
  /** To the next or the previous of what was found. */
  step: (by: number) => void;
};

const channels = ['call', 'chat', 'message', 'mail', 'task'] as const;
const spoken = Object.keys(languageNames) as Language[];

export function Questions({ question, change, step }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const partners = usePartners();
  const directory = useDirectory().data;
  const tags = useTags(question.partner) ?? [];
  const queues = directory?.queues.filter(one => !question.partner || one.partner.id === question.partner);
  // A name that several queues have is offered once for each, with the queue's.
  const dispositions = useMemo(() => {
    const names = new Map(directory?.queues.map(queue => [queue.id, queue.name]));
    return directory?.dispositions.map(one => ({
      ...one,
      name: `${[one.heading, one.name].filter(Boolean).join(' > ')} · ${names.get(one.queueId) ?? ''}`,
    }));
  }, [directory]);
  const narrowed = Object.entries(question).some(([name, value]) => name !== 'text' && value !== '');

  const of = (name: keyof Question) => ({
    value: question[name],
    choose: (value: string) => change({ [name]: value }),
  });

  useLayoutEffect(() => field.current?.focus(), []);
  useCommands([{ id: 'search', title: t('history.search'), run: () => field.current?.select() }]);

  return (
    <form className={styles.questions} role="search" onSubmit={event => event.preventDefault()}>
      <input
        ref={field}
        type="search"
        className={styles.text}
        maxLength={400}
        placeholder={t('history.placeholder')}
        aria-label={t('history.placeholder')}
        value={question.text}
        onChange={event => change({ text: event.currentTarget.value })}
        onKeyDown={event => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!by) return;
          event.preventDefault();
          step(by);
        }}
      />
      <div className={styles.facets}>
        {partners.length > 1 && (
          <Facet
            title={t('history.partner')}
            choices={partners.map(one => [one.id, one.name])}
            {...of('partner')}
          />
        )}
        <Facet title={t('history.queue')} choices={queues?.map(one => [one.id, one.name])} {...of('queue')} />
        <Facet
          title={t('history.agent')}
          choices={directory?.agents.map(one => [one.id, one.name])}
          {...of('agent')}
        />
        <Facet
          title={t('history.channel')}
          choices={channels.map(one => [one, t(`channel.${one}`)])}
          {...of('channel')}
        />
        <Facet
          title={t('words.language')}
          choices={spoken.map(one => [one, languageName(one)])}
          {...of('language')}
        />
        <Facet
          title={t('history.state')}
          choices={(['open', 'ended'] as const).map(one => [one, t(`history.states.${one}`)])}
          {...of('state')}
        />
        <Facet
          title={t('history.disposition')}
          choices={dispositions?.map(one => [one.id, one.name])}
          {...of('disposition')}
        />
        {tags.length > 0 && (
          <Facet title={t('history.tag')} choices={tags.map(one => [one, one])} {...of('tag')} />
        )}
        <Day title={t('history.from')} {...of('from')} />
        <Day title={t('history.to')} {...of('to')} />
        {narrowed && (
          <button
            type="button"
            className={styles.clear}
            onClick={() => change({ ...noQuestion, text: question.text })}
          >
            {t('history.clear')}
          </button>
        )}
      </div>
    </form>
  );
}
