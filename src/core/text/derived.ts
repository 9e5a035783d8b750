/**
 * What is derived from something that doesn't change: each part is made when it is first needed, once, and lives as long
 * as its owner. `make` must be a named function of a module, so that it is the same one each time; keys tell its answers
 * apart.
 */
export class Derived<Owner> {
  private readonly parts = new Map<unknown, Map<string, unknown>>();

  constructor(private readonly owner: Owner) {}

  once<T, Keys extends readonly (string | undefined)[]>(
    make: (owner: Owner, ...keys: Keys) => T,
    ...keys: Keys
  ): T {
    const made = this.parts.get(make) ?? new Map<string, unknown>();
    this.parts.set(make, made);
    const name = JSON.stringify(keys);
    if (!made.has(name)) made.set(name, make(this.owner, ...keys));
    return made.get(name) as T; // what this very function returned
  }
}
