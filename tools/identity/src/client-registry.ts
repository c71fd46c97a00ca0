import type { AdapterPayload } from 'oidc-provider';
import type { AudienceName } from './audiences.ts';
import type { DevelopmentClient } from './clients.ts';

/** The clients that there are. One can be added or replaced while the provider runs. */
export class ClientRegistry {
  readonly #clients = new Map<string, DevelopmentClient>();

  constructor(clients: Iterable<DevelopmentClient>) {
    for (const client of clients) this.set(client);
  }

  set(client: DevelopmentClient): void {
    this.#clients.set(client.metadata.client_id, client);
  }

  metadataOf(clientId: string): AdapterPayload | undefined {
    return this.#clients.get(clientId)?.metadata;
  }

  audienceOf(clientId: string): AudienceName | undefined {
    return this.#clients.get(clientId)?.audience;
  }
}
