/** What a saved reply may name in double braces; the server accepts the same and no other. */
export const placeholders = [
  'customer.name',
  'customer.firstName',
  'agent.name',
  'agent.firstName',
  'partner.name',
  'queue.name',
  'today',
  'time',
] as const;

export type Placeholder = (typeof placeholders)[number];

export type Situation = {
  customer: string | null | undefined;
  agent: string;
  partner: string;
  queue: string;
  language: string;
  now: Date;
};

/**
 * Fills a saved reply in, with dates as its reader writes them. What is not known leaves no gap: "Hello {{customer.name}},"
 * becomes "Hello,".
 */
export function fill(text: string, situation: Situation): string {
  const values = valuesOf(situation);
  return text.replace(/([ ,]*)\{\{\s*(.*?)\s*\}\}/g, (_, before: string, name: string) => {
    const value = values[name as Placeholder];
    if (value === undefined) return `${before}{{${name}}}`;
    return value === '' ? '' : before + value;
  });
}

function valuesOf(situation: Situation): Record<Placeholder, string> {
  const { language, now } = situation;
  return {
    'customer.name': situation.customer ?? '',
    'customer.firstName': firstName(situation.customer ?? ''),
    'agent.name': situation.agent,
    'agent.firstName': firstName(situation.agent),
    'partner.name': situation.partner,
    'queue.name': situation.queue,
    today: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(now),
    time: new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(now),
  };
}

function firstName(name: string) {
  return name.trim().split(/\s+/)[0] ?? '';
}
