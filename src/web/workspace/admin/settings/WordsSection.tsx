import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShowOrganisationResponse } from '../../../shared/api';
import { languageName } from '../../../shared/format';
import { Menu, MenuItem } from '../../shell/Menu';
import { Page } from '../../shell/Page';
import type { Column } from '../../shell/table/column';
import { Table } from '../../shell/table/Table';
import { useQueryProblem } from '../../shell/useQueryProblem';
import { useRemoval } from '../../shell/useRemoval';
import { useOrganisation } from './organisation';
import { RemoveButton } from './RemoveButton';
import { type Word, WordDialog } from './WordDialog';
import styles from './WordsSection.module.css';

/** The centre's own words: skills and languages, teams, vendors, and reasons for being away. */
export function WordsSection() {
  const { t } = useTranslation();
  const organisation = useOrganisation();
  const removal = useRemoval('organisation');
  const [edited, setEdited] = useState<Word | null>(null);
  const words = useMemo(() => organisation.data && wordsOf(organisation.data), [organisation.data]);
  const kinds = ['skill', 'language', 'team', 'vendor', 'away'] as const;
  return (
    <Page
      wide
      title={t('settings.section.words')}
      actions={
        <Menu side="right" buttonClass={styles.add!} button={t('word.add')}>
          {kinds.map(kind => (
            <MenuItem
              key={kind}
              onChoose={() => setEdited({ kind, id: null, version: 0, word: '', name: '', detail: '' })}
            >
              {t(`word.kind.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      }
    >
      <Table
        label={t('settings.section.words')}
        rows={words}
        columns={useColumns()}
        keyOf={word => word.id!}
        empty={<p>{t('word.none')}</p>}
        open={setEdited}
        problem={useQueryProblem(organisation)}
        actions={word => (
          <RemoveButton name={word.name} onRemove={() => void removal(`/${pathOf[word.kind]}/${word.id}`)} />
        )}
      />
      {edited && <WordDialog word={edited} close={() => setEdited(null)} />}
    </Page>
  );
}

export const pathOf = {
  skill: 'skills',
  language: 'skills',
  team: 'teams',
  vendor: 'vendors',
  away: 'away-kinds',
} as const;

function wordsOf(organisation: ShowOrganisationResponse): Word[] {
  return [
    ...organisation.skills.map(skill => ({
      ...skill,
      kind: skill.kind === 'language' ? ('language' as const) : ('skill' as const),
      detail: skill.language ?? '',
    })),
    ...organisation.teams.map(team => ({ ...team, kind: 'team' as const, detail: team.leadId ?? '' })),
    ...organisation.vendors.map(vendor => ({ ...vendor, kind: 'vendor' as const, detail: '' })),
    ...organisation.awayKinds
      .filter(kind => kind.chosen)
      .map(kind => ({ ...kind, kind: 'away' as const, word: '', detail: String(kind.position) })),
  ];
}

function useColumns(): Column<Word>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('settings.name'),
        value: word => word.name,
        cell: word => <b>{word.name}</b>,
      },
      { id: 'kind', title: t('word.what'), choices: true, value: word => t(`word.kind.${word.kind}`) },
      {
        id: 'word',
        title: t('word.inSteps'),
        value: word => word.word,
        cell: word => word.word && <code>{word.word}</code>,
      },
      {
        id: 'detail',
        title: t('word.detail'),
        value: word => (word.kind === 'language' ? languageName(word.detail) : ''),
      },
    ],
    [t],
  );
}
