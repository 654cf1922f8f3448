import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type MouseEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../shell/NotFound';
import styles from './ManualPage.module.css';
import { manual } from './pages';

/** The manual, as it stands beside the program's source: the same words, within reach of who works. */
export function ManualPage() {
  const { t } = useTranslation();
  const { page: name } = useParams({ from: '/manual/$page' });
  const page = manual.find(known => known.name === name);
  const text = useQuery({
    queryKey: ['manual', name],
    queryFn: () => page!.read(),
    enabled: Boolean(page),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const follow = useInnerLinks();

  useEffect(() => {
    if (text) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [text]);

  if (!page) return <NotFound />;
  return (
    <main className={styles.manual}>
      <nav aria-label={t('manual.title')}>
        {manual.map(other => (
          <Link
            key={other.name}
            to="/manual/$page"
            params={{ page: other.name }}
            aria-current={other === page ? 'page' : undefined}
          >
            {other.title}
          </Link>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link's own key makes the same click. */}
      <article
        lang="en"
        onClick={follow}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own pages, made into HTML when the program is built.
        dangerouslySetInnerHTML={{ __html: text ?? '' }}
      />
    </main>
  );
}

/** Links between the pages are followed without loading the workspace anew. */
function useInnerLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest('a[href^="/manual/"]');
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void navigate({
      to: '/manual/$page',
      params: { page: link.pathname.slice('/manual/'.length) },
      hash: link.hash.slice(1),
    });
  };
}
