/**
 * What must survive a reload, in the page's localStorage under one prefix per widget key.
 * Where the browser forbids storage it lives for as long as the page.
 */
export class Keep {
  private readonly memory = new Map<string, string>();
  private readonly prefix: string;

  constructor(key: string) {
    this.prefix = `centrala.${key}.`;
  }

  get<T>(name: string): T | undefined {
    try {
      const text = this.memory.get(name) ?? localStorage.getItem(this.prefix + name);
      return text ? (JSON.parse(text) as T) : undefined;
    } catch {
      return undefined;
    }
  }

  set(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      localStorage.setItem(this.prefix + name, text);
      this.memory.delete(name);
    } catch {
      this.memory.set(name, text);
    }
  }

  remove(name: string): void {
    this.memory.delete(name);
    try {
      localStorage.removeItem(this.prefix + name);
    } catch {
      // Nothing was stored, so nothing remains.
    }
  }

  /** Names that begin with `start`, in ascending order. */
  names(start: string): string[] {
    const found = new Set([...this.memory.keys()].filter(name => name.startsWith(start)));
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const full = localStorage.key(i) ?? '';
        if (full.startsWith(this.prefix + start)) found.add(full.slice(this.prefix.length));
      }
    } catch {
      // Storage is forbidden: what is in memory is all there is.
    }
    return [...found].sort();
  }

  /** Calls back when another tab of the same site changed `name`. */
  onOtherTab(changed: (name: string) => void): () => void {
    const listen = (event: StorageEvent) => {
      if (event.key?.startsWith(this.prefix)) changed(event.key.slice(this.prefix.length));
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  }
}
