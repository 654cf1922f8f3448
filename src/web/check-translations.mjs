// Every language says everything: the same texts with the same arguments, plurals complete, no text unused or missing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

const folder = 'shared/locales';
const complete = ['en', 'pl', 'es', 'pt-PT', 'fr', 'tr'];
const complaints = [];

const texts = Object.fromEntries(
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => [name, textsOf(name)]),
);
const source = ['workspace', 'shared'].flatMap(sources).join('\n');

for (const language of complete) if (!texts[language]) complaints.push(`${language}: no texts`);
for (const [language, own] of Object.entries(texts)) {
  for (const key of Object.keys(texts.en))
    if (!(key in own)) complaints.push(`${language}: ${key} is missing`);
  for (const [key, text] of Object.entries(own)) checkText(language, key, text);
}
for (const key of Object.keys(texts.en)) if (!isUsed(key)) complaints.push(`en: ${key} is not used`);

for (const complaint of complaints) console.error(complaint);
console.log(
  `${Object.keys(texts).length} languages, ${Object.keys(texts.en).length} texts, ${complaints.length} complaints`,
);
process.exit(complaints.length === 0 ? 0 : 1);

function checkText(language, key, text) {
  if (!(key in texts.en)) return complaints.push(`${language}: ${key} is unknown in en`);
  const own = shapeOf(language, key, text);
  const first = shapeOf('en', key, texts.en[key]);
  if (own.names.join() !== first.names.join())
    complaints.push(`${language}: ${key} takes ${own.names}, en ${first.names}`);
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const forms of own.plurals)
    for (const form of needed)
      if (!forms.includes(form)) complaints.push(`${language}: ${key} lacks the plural "${form}"`);
}

function shapeOf(language, key, text) {
  const shape = { names: new Set(), plurals: [] };
  try {
    walk(new IntlMessageFormat(text, language).getAst(), shape);
  } catch (error) {
    complaints.push(`${language}: ${key}: ${error.message}`);
  }
  return { names: [...shape.names].sort(), plurals: shape.plurals };
}

function walk(nodes, shape) {
  for (const node of nodes) {
    // 0 is literal text and 7 the number sign of a plural: neither has a name.
    if (node.type !== 0 && node.type !== 7) shape.names.add(node.value);
    if (!node.options) continue;
    if (node.pluralType) shape.plurals.push(Object.keys(node.options));
    for (const option of Object.values(node.options)) walk(option.value, shape);
  }
}

/** Used by its whole name, or by a template such as `state.${state}` that its group appears in. */
function isUsed(key) {
  if (source.includes(`'${key}'`)) return true;
  const group = key.split('.').slice(0, -1).join('.');
  return group !== '' && source.includes(`\`${group}.\${`);
}

function sources(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap(entry => {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) return sources(inside);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(inside, 'utf8')] : [];
  });
}

function textsOf(language) {
  const areas = readdirSync(join(folder, language)).map(file => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(join(folder, language, file), 'utf8')),
  ]);
  return flatten(Object.fromEntries(areas));
}

function flatten(tree, path = []) {
  return Object.entries(tree).reduce((flat, [name, value]) => {
    if (typeof value === 'object') return Object.assign(flat, flatten(value, [...path, name]));
    return Object.assign(flat, { [[...path, name].join('.')]: value });
  }, {});
}
