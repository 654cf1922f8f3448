import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListTokensResponse } from '../../shared/api';
import { dateAndTime } from '../../shared/format';
import { get, remove } from '../../shared/http';
import { Card, Page } from '../shell/Page';
import { SecretDialog } from '../shell/SecretDialog';
import { useAttempt } from '../shell/useAttempt';
import { TokenDialog } from './TokenDialog';

/** Tokens by which programs act here, each with no more than it needs. */
export function TokensPage() {
  const { t } = useTranslation();
  const { attempt, busy } = useAttempt('tokens');
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const answer = useQuery({
    queryKey: ['tokens'],
    queryFn: () => get<ListTokensResponse>('/tokens'),
  }).data;
  return (
    <Page
      title={t('tokens.title')}
      actions={<Button onClick={() => setCreating(true)}>{t('tokens.create')}</Button>}
    >
      <Card>
        {answer?.tokens.length === 0 && <p>{t('tokens.none')}</p>}
        {answer && answer.tokens.length > 0 && (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('tokens.name')}</th>
                <th scope="col">{t('tokens.scopes')}</th>
                <th scope="col">{t('tokens.created')}</th>
                <th scope="col">{t('tokens.lastUsed')}</th>
                <th scope="col">
                  <span className="for-screen-readers">{t('words.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {answer.tokens.map(token => (
                <tr key={token.id}>
                  <td>
                    <b>{token.name}</b>
                    <small>{`${token.hint}…`}</small>
                  </td>
                  <td>{token.scopes.join(', ')}</td>
                  <td>
                    {dateAndTime(token.createdAt)}
                    <small>{token.createdBy}</small>
                  </td>
                  <td>{token.lastUsedAt ? dateAndTime(token.lastUsedAt) : '–'}</td>
                  <td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={busy}
                      onClick={() => void attempt(() => remove(`/tokens/${token.id}`), t('tokens.revoked'))}
                    >
                      {t('tokens.revoke')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {creating && (
        <TokenDialog scopes={answer?.scopes ?? []} close={() => setCreating(false)} created={setSecret} />
      )}
      {secret && (
        <SecretDialog
          title={t('tokens.secret')}
          hint={t('tokens.secretHint')}
          secret={secret}
          close={() => setSecret(null)}
        />
      )}
    </Page>
  );
}
