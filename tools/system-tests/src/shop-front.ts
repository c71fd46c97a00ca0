import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The shop as browsers see it: a page of its own, and web-bff at the same address. */
export interface ShopFront {
  /** Without a slash at the end. */
  origin: string;
  /** Where everything but the page is handed on to, from now on. */
  leadTo(webBffUrl: string): void;
  stop(): void;
}

/** Shows the price that all see and, to who signed in, who that is and the price of their own. */
const page = `<!doctype html>
<html lang="en">
<title>Shop</title>
<p id="who">…</p>
<p id="price">…</p>
<p id="offer">…</p>
<a id="sign-in">Sign in</a>
<button id="sign-out">Sign out</button>
<script type="module">
const id = new URL(location).searchParams.get('product');
const show = (where, text) => (document.getElementById(where).textContent = text);
const get = async (path) => (await fetch(path)).json();
document.getElementById('sign-in').href = '/auth/login?returnTo=' + encodeURIComponent(location.pathname + location.search);
document.getElementById('sign-out').onclick = async () => {
  const { logoutUrl } = await (await fetch('/auth/logout', { method: 'POST', headers: { 'x-bff': '1' } })).json();
  location = logoutUrl;
};
const { signedIn, name } = await get('/auth/session');
const { price } = await get('/products/' + id);
show('price', price.formatted.current);
if (signedIn) show('offer', (await get('/products/' + id + '/offer')).price.formatted.current);
show('who', signedIn ? name : 'nobody');
</script>
</html>`;

export async function openShopFront(): Promise<ShopFront> {
  let target = '';
  const server = createServer((req, res) => {
    const { url = '', method = '', headers } = req;
    if (url === '/' || url.startsWith('/?')) {
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const handedOn = request(target + url, { method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(res);
    });
    handedOn.once('error', () => res.destroy());
    req.pipe(handedOn);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => (target = url),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
