import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import { anchorOf } from './anchor.ts';

const page = /^(.*\/docs\/using\/[a-z-]+\.md)\?(title|html)$/;
const picture = /pictures\/[\w-]+\.(png|svg)/g;

/** Builds docs/using into the workspace: `page.md?title` is a page's title, `page.md?html` its text with its pictures. */
export function manualPages(): Plugin {
  return {
    name: 'manual-pages',
    enforce: 'pre',
    load(id) {
      const [, file, part] = page.exec(id) ?? [];
      if (!file) return null;
      this.addWatchFile(file);
      const text = readFileSync(file, 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? file;
      return part === 'title'
        ? `export default ${JSON.stringify(title)}`
        : moduleOf(htmlOf(text), dirname(file));
    },
  };
}

/** Pictures become files of the build, at addresses that the build gives them. */
function moduleOf(html: string, folder: string): string {
  const names = [...new Set(html.match(picture))];
  const imports = names.map((name, n) => `import picture${n} from ${JSON.stringify(resolve(folder, name))};`);
  const filled = names.reduce(
    (code, name, n) => code.replaceAll(name, `" + picture${n} + "`),
    JSON.stringify(html),
  );
  return `${imports.join('\n')}\nexport default ${filled}`;
}

function htmlOf(text: string): string {
  const marked = new Marked();
  marked.use({
    renderer: {
      heading({ tokens, depth, text: plain }: Tokens.Heading) {
        return `<h${depth} id="${anchorOf(plain)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        const sister = /^([a-z-]+)\.md(#.*)?$/.exec(href);
        if (sister) return `<a href="/manual/${sister[1]}${sister[2] ?? ''}">${words}</a>`;
        if (/^https:/.test(href)) return `<a href="${href}" target="_blank" rel="noopener">${words}</a>`;
        // What is for operators and developers is not in the product.
        return words;
      },
    },
  });
  return marked.parse(text, { async: false });
}
