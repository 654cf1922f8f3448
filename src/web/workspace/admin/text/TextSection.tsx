import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsComparison, SettingsText } from '../../../shared/api';
import { get, post } from '../../../shared/http';
import { useSignedIn } from '../../access/session';
import { queries } from '../../queries';
import { Card, Page } from '../../shell/Page';
import { useProblemText } from '../../shell/problem';
import { download } from '../../shell/table/csv';
import { useAttempt } from '../../shell/useAttempt';
import { Comparison } from './Comparison';
import styles from './TextSection.module.css';

/** The organisation as one text: export it, compare one with what is here, and take it after seeing what would change. */
export function TextSection() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { attempt, busy } = useAttempt();
  const [withPeople, setWithPeople] = useState(false);
  const mayPeople = useSignedIn().permissions.includes('manage-people');
  const [text, setText] = useState<SettingsText | null>(null);
  const [comparison, setComparison] = useState<SettingsComparison | null>(null);
  const [problem, setProblem] = useState('');

  async function exportText() {
    const settings = await attempt(() => get<SettingsText>(`/settings?people=${withPeople}`));
    if (settings) download('centrala.json', `${JSON.stringify(settings, null, 2)}\n`, 'application/json');
  }

  async function compare(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file') as File;
    setProblem('');
    setComparison(null);
    let settings: SettingsText;
    try {
      settings = JSON.parse(await file.text());
    } catch {
      setProblem(t('settingsText.notJson'));
      return;
    }
    setText(settings);
    await ask(settings, false);
  }

  async function ask(settings: SettingsText, apply: boolean) {
    try {
      setComparison(await post<SettingsComparison>('/settings/import', { settings, apply }));
      if (apply) await queries.invalidateQueries();
    } catch (refusal) {
      setProblem(problemText(refusal));
    }
  }

  return (
    <Page
      title={t('settings.section.text')}
      actions={
        <Button loading={busy} onClick={() => void exportText()}>
          {t('settingsText.export')}
        </Button>
      }
    >
      <Card>
        <p>{t('settingsText.what')}</p>
        {mayPeople && (
          <label className={styles.people}>
            <input
              type="checkbox"
              checked={withPeople}
              onChange={event => setWithPeople(event.currentTarget.checked)}
            />
            {t('settingsText.people')}
          </label>
        )}
      </Card>
      <Card title={t('settingsText.compareTitle')}>
        <form onSubmit={event => void compare(event)} className={styles.form}>
          <label>
            {t('settingsText.choose')}
            <input type="file" name="file" accept="application/json,.json" required />
          </label>
          {problem && <p role="alert">{problem}</p>}
          <Button type="submit" variant="default">
            {t('settingsText.compare')}
          </Button>
        </form>
        {comparison && text && <Comparison comparison={comparison} apply={() => ask(text, true)} />}
      </Card>
    </Page>
  );
}
