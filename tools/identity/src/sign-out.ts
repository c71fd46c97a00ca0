import type { BackChannel } from './back-channel.ts';
import { sendLogout } from './back-channel.ts';
import type { ClientRegistry } from './client-registry.ts';
import type { MemoryStorage } from './memory-storage.ts';

export interface SignOutOptions {
  storage: MemoryStorage;
  clients: ClientRegistry;
  backChannel: BackChannel;
}

/** Ends all sessions of a user, takes back their refresh tokens, and tells each client which of its sessions ended. */
export async function signOutEverywhere(
  subject: string,
  { storage, clients, backChannel }: SignOutOptions,
): Promise<void> {
  const ended = storage
    .sessionsOf(subject)
    .flatMap(({ authorizations = {} }) =>
      Object.entries(authorizations).map(([clientId, { sid }]) => ({ clientId, sid })),
    );
  storage.forgetAccount(subject);
  await Promise.all(
    ended.map(async ({ clientId, sid }) => {
      const backChannelLogoutUri = clients.metadataOf(clientId)?.backchannel_logout_uri;
      if (backChannelLogoutUri === undefined) return;
      await sendLogout({ clientId, backChannelLogoutUri, subject, sid }, backChannel);
    }),
  );
}
