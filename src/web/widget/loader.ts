import { ChatElement } from './ChatElement';

const passedOn = ['key', 'language', 'theme', 'side', 'identity'];

/** `<script src="https://centre.example/widget/loader.js" data-key="…" async></script>` puts the chat on the page. */
function load(): void {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script?.dataset.key || customElements.get('centrala-chat')) return;
  customElements.define('centrala-chat', ChatElement);
  const element = document.createElement('centrala-chat');
  for (const name of passedOn) if (script.dataset[name]) element.dataset[name] = script.dataset[name];
  element.dataset.server = new URL(script.src).origin;
  if (document.body) document.body.append(element);
  else addEventListener('DOMContentLoaded', () => document.body.append(element), { once: true });
}

load();
