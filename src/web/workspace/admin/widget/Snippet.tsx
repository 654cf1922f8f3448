import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shell/Page';
import { tagOf } from './tag';
import styles from './WidgetDesigner.module.css';

/** The tag that a page takes, to be copied. */
export function Snippet({ widgetKey }: { widgetKey: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const tag = tagOf(widgetKey);

  async function copy() {
    await navigator.clipboard?.writeText(tag);
    setCopied(Boolean(navigator.clipboard));
  }

  return (
    <Card title={t('widgets.tag')}>
      <p>{t('widgets.tagHint')}</p>
      <div className={styles.snippet}>
        <code>{tag}</code>
        <Button variant="default" size="compact-sm" onClick={() => void copy()}>
          {t(copied ? 'secret.copied' : 'secret.copy')}
        </Button>
      </div>
    </Card>
  );
}
