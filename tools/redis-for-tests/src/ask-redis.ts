import { connect } from 'node:net';

export type Reply = string | number | null | Reply[];

/** What Redis said no with: its own words, such as `OOM command not allowed …`. */
export class RedisRefusal extends Error {}

/**
 * One command on a connection of its own, for what a test has to do past the client that it tests.
 * Takes a redis:// URL with user, password and database where there are any. Rejects with a RedisRefusal when Redis
 * refuses, with another Error when there is no answer within two seconds.
 */
export function askRedis(url: string, ...command: string[]): Promise<Reply> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const commands = [command];
  if (pathname.length > 1) commands.unshift(['SELECT', pathname.slice(1)]);
  if (password) {
    const user = username ? [decodeURIComponent(username)] : [];
    commands.unshift(['AUTH', ...user, decodeURIComponent(password)]);
  }
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || '6379') });
    let received = Buffer.alloc(0);
    socket.setTimeout(2000, () => socket.destroy(new Error(`No answer to ${command[0] ?? ''} within 2 s`)));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`No whole answer to ${command[0] ?? ''}`)));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      const replies = readReplies(received, commands.length);
      if (!replies) return;
      const refusal = replies.find((reply) => reply instanceof RedisRefusal);
      if (refusal) reject(refusal);
      else resolve(replies.at(-1) as Reply);
      socket.destroy();
    });
    socket.write(commands.map(encode).join(''));
  });
}

function encode(command: string[]): string {
  return `*${command.length}\r\n${command.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

/** As many replies of RESP2, or undefined where not all of it has come. */
function readReplies(bytes: Buffer, count: number): (Reply | RedisRefusal)[] | undefined {
  let at = 0;
  const missing = new Error();

  function line(): string {
    const end = bytes.indexOf('\r\n', at);
    if (end < 0) throw missing;
    const text = bytes.toString('utf8', at, end);
    at = end + 2;
    return text;
  }

  function read(): Reply | RedisRefusal {
    const [kind, rest] = split(line());
    if (kind === '+') return rest;
    if (kind === '-') return new RedisRefusal(rest);
    if (kind === ':') return Number(rest);
    const size = Number(rest);
    if (size < 0) return null;
    if (kind === '*') return Array.from({ length: size }, read) as Reply[];
    const text = bytes.toString('utf8', at, at + size);
    at += size + 2;
    if (at > bytes.length) throw missing;
    return text;
  }

  try {
    return Array.from({ length: count }, read);
  } catch (error) {
    if (error === missing) return undefined;
    throw error;
  }
}

function split(text: string): [kind: string, rest: string] {
  return [text.charAt(0), text.slice(1)];
}
