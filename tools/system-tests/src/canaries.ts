/** Secrets by what they are, to be looked for where none may be. */
export class Canaries {
  readonly #values = new Map<string, string>();

  /** @param value found in whatever case, as it is, in base64 and percent-encoded */
  add(what: string, value: string): string {
    for (const form of [value, Buffer.from(value).toString('base64url').slice(0, -1), encodeURIComponent(value)]) {
      this.#values.set(form.toLowerCase(), what);
    }
    return value;
  }

  /** A token, and its signature by itself. */
  addToken(what: string, token: string): string {
    const signature = token.split('.')[2];
    if (signature !== undefined) this.add(`signature of ${what}`, signature);
    return this.add(what, token);
  }

  get count(): number {
    return new Set(this.#values.values()).size;
  }

  /** What is in this text. */
  in(text: string): string[] {
    const all = text.toLowerCase();
    return [...new Set([...this.#values].flatMap(([value, what]) => (all.includes(value) ? [what] : [])))];
  }
}
