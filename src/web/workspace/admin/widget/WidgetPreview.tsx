import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveWidgetRequest } from '../../../shared/api';
import { inkOn, safeColour } from '../../../widget/brand';
import { Chat } from '../../../widget/Chat';
import { Keep } from '../../../widget/Keep';
import type { Language, Settings } from '../../../widget/protocol';
import { Server } from '../../../widget/Server';
import { Speech } from '../../../widget/Speech';
import { styles as sheet } from '../../../widget/styles';
import { Panel } from '../../../widget/views/Panel';
import { logoAddress, usePartners } from '../../shell/partners';
import styles from './WidgetDesigner.module.css';

/** A key that no widget can have: what is typed into the preview goes nowhere. */
const noKey = '';

const fileBytesMax = 5_242_880;
const textMax = 4_000;

/** The real widget with what stands in the form, saved or not. */
export function WidgetPreview({ draft, language }: { draft: SaveWidgetRequest; language: Language }) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const partner = usePartners().find(known => known.id === draft.partnerId);
  const logo = partner && logoAddress(partner);

  useEffect(() => {
    const element = host.current!;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const look = new CSSStyleSheet();
    look.replaceSync(`${sheet} :host{position:static;display:block} .panel{margin:0;max-width:100%}`);
    root.adoptedStyleSheets = [look];
    const brand = safeColour(draft.colour);
    element.style.setProperty('--brand', brand);
    element.style.setProperty('--brand-ink', inkOn(brand));
    const chat = new Chat(new Keep('preview'), new Server(location.origin, noKey), () => undefined);
    chat.settings = { ...settingsOf(draft, language), ...(logo ? { logo } : {}) };
    const panel = new Panel(chat, chat.settings, new Speech(language), nothing, nothing);
    panel.update();
    root.replaceChildren(panel.element);
  }, [draft, language, logo]);

  return (
    <section
      className={styles.preview}
      aria-label={t('widgets.preview')}
      onSubmitCapture={event => {
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <h2>{t('widgets.preview')}</h2>
      {/* Shown to be looked at: its fields are those of the form beside it. */}
      <div ref={host} inert data-theme="light" />
    </section>
  );
}

function settingsOf(draft: SaveWidgetRequest, language: Language): Settings {
  const greeting = draft.greetings?.[language];
  return {
    name: draft.name || '…',
    brandColour: draft.colour,
    languages: draft.languages as Language[],
    language,
    open: true,
    form: {
      name: draft.nameField as Settings['form']['name'],
      email: draft.emailField as Settings['form']['email'],
    },
    consent: {
      required: Boolean(draft.consent),
      ...(draft.consentLink ? { link: draft.consentLink } : {}),
    },
    ...(greeting ? { greeting } : {}),
    files: { maxBytes: fileBytesMax, maxPerMessage: draft.filesPerMessage ?? 0, extensions: [] },
    maxTextLength: textMax,
  };
}

function nothing() {}
