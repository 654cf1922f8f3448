import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../palette/commands';
import styles from './SettingsPage.module.css';

const sections = {
  start: lazy(async () => ({ default: (await import('../start/StartSection')).StartSection })),
  partners: lazy(async () => ({ default: (await import('./PartnersSection')).PartnersSection })),
  queues: lazy(async () => ({ default: (await import('../queues/QueuesSection')).QueuesSection })),
  skills: lazy(async () => ({ default: (await import('../grid/SkillsSection')).SkillsSection })),
  words: lazy(async () => ({ default: (await import('./WordsSection')).WordsSection })),
  hours: lazy(async () => ({ default: (await import('../hours/HoursSection')).HoursSection })),
  telephone: lazy(async () => ({
    default: (await import('../telephone/TelephoneSection')).TelephoneSection,
  })),
  prompts: lazy(async () => ({ default: (await import('../prompts/PromptsSection')).PromptsSection })),
  clocks: lazy(async () => ({ default: (await import('../clocks/ClocksSection')).ClocksSection })),
  retention: lazy(async () => ({
    default: (await import('../retention/RetentionSection')).RetentionSection,
  })),
  text: lazy(async () => ({ default: (await import('../text/TextSection')).TextSection })),
} satisfies Record<string, ComponentType>;

type SectionName = keyof typeof sections;

const names = Object.keys(sections) as SectionName[];

/** What the centre is made of: one section beside the list of them. */
export function SettingsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wanted = useParams({ strict: false }).section as string | undefined;
  const shown = names.find(name => name === wanted) ?? 'partners';
  const Section = sections[shown];
  useCommands(
    names.map(name => ({
      id: `settings ${name}`,
      title: t('settings.go', { section: t(`settings.section.${name}`) }),
      run: () => void navigate({ to: '/settings/$section', params: { section: name } }),
    })),
  );
  return (
    <div className={styles.settings}>
      <nav aria-label={t('places.settings')}>
        {names.map(name => (
          <Link
            key={name}
            to="/settings/$section"
            params={{ section: name }}
            aria-current={name === shown ? 'page' : undefined}
          >
            {t(`settings.section.${name}`)}
          </Link>
        ))}
      </nav>
      <Suspense>
        <Section />
      </Suspense>
    </div>
  );
}
