import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListTokensResponse, ListTokensTokenView } from '../../shared/api';
import { dateAndTime } from '../../shared/format';
import { get } from '../../shared/http';
import { useCommands } from '../palette/commands';
import { Page } from '../shell/Page';
import { useProblemText } from '../shell/problem';
import { SecretDialog } from '../shell/SecretDialog';
import { type Column, separator } from '../shell/table/column';
import { Table } from '../shell/table/Table';
import { useRemoval } from '../shell/useRemoval';
import { TokenDialog } from './TokenDialog';

/** Tokens by which programs act here, each with no more than it needs. */
export function TokensPage() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const removal = useRemoval('tokens');
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: () => get<ListTokensResponse>('/tokens'),
  });
  useCommands([{ id: 'create token', title: t('tokens.create'), run: () => setCreating(true) }]);
  return (
    <Page
      wide
      title={t('tokens.title')}
      actions={<Button onClick={() => setCreating(true)}>{t('tokens.create')}</Button>}
    >
      <Table
        label={t('tokens.title')}
        rows={tokens.data?.tokens}
        columns={useColumns()}
        keyOf={token => token.id}
        empty={<p>{t('tokens.none')}</p>}
        problem={
          tokens.error && !tokens.data
            ? { text: problemText(tokens.error), retry: () => void tokens.refetch() }
            : undefined
        }
        actions={token => (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('tokens.revokeNamed', { name: token.name })}
            onClick={() => void removal(`/tokens/${token.id}`, t('tokens.revoked'))}
          >
            {t('tokens.revoke')}
          </Button>
        )}
      />
      {creating && (
        <TokenDialog
          scopes={tokens.data?.scopes ?? []}
          close={() => setCreating(false)}
          created={setSecret}
        />
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

function useColumns(): Column<ListTokensTokenView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('tokens.name'),
        value: token => token.name,
        cell: token => (
          <>
            <b>{token.name}</b>
            <small>{`${token.hint}…`}</small>
          </>
        ),
      },
      {
        id: 'scopes',
        title: t('tokens.scopes'),
        choices: true,
        value: token => token.scopes.join(separator),
      },
      {
        id: 'created',
        title: t('tokens.created'),
        width: '180px',
        secondary: true,
        value: token => token.createdAt,
        cell: token => (
          <>
            {dateAndTime(token.createdAt)}
            <small>{token.createdBy}</small>
          </>
        ),
      },
      ...(['lastUsedAt', 'expiresAt'] as const).map(instant => ({
        id: instant,
        title: t(`tokens.${instant}`),
        width: '160px',
        value: (token: ListTokensTokenView) => token[instant],
        cell: (token: ListTokensTokenView) => (token[instant] ? dateAndTime(token[instant]) : '–'),
      })),
    ],
    [t],
  );
}
