import type { Provider } from 'oidc-provider';
import type { SigningKey } from './signing-keys.ts';
import { createSigningKey } from './signing-keys.ts';

/** A provider whose keys change: each time, another one takes its place over the same storage. */
export class RotatingProvider {
  readonly #create: (keys: readonly SigningKey[]) => Provider;
  /** The newest comes first, and signs. */
  #keys: readonly [SigningKey, ...SigningKey[]];
  #current: Provider;

  constructor(firstKey: SigningKey, create: (keys: readonly SigningKey[]) => Provider) {
    this.#create = create;
    this.#keys = [firstKey];
    this.#current = create(this.#keys);
  }

  get current(): Provider {
    return this.#current;
  }

  get signingKey(): SigningKey {
    return this.#keys[0];
  }

  /** A new key signs at once; the old ones stay published. */
  async rotate(): Promise<void> {
    const key = await createSigningKey();
    this.#publish([key, ...this.#keys]);
  }

  /** From now on only the key that signs is published. */
  retireOld(): void {
    this.#publish([this.signingKey]);
  }

  #publish(keys: readonly [SigningKey, ...SigningKey[]]): void {
    this.#keys = keys;
    this.#current = this.#create(keys);
  }
}
