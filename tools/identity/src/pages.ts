const style = `
  body { font-family: system-ui, sans-serif; max-width: 24rem; margin: 4rem auto; padding: 0 1rem; line-height: 1.5 }
  label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit }
  input, button { margin: 0.25rem 0 1rem; padding: 0.5rem }
`;

export interface LoginPage {
  clientName: string;
  /** What was typed last time. */
  username?: string;
  error?: string;
}

/** A form that posts to where it came from; works without scripts. */
export function loginPage({ clientName, username = '', error }: LoginPage): string {
  const attributes = `required${error === undefined ? '' : ' aria-invalid="true" aria-describedby="error"'}`;
  return page(
    'Sign in',
    `${error === undefined ? '' : `<p id="error" role="alert">${escapeHtml(error)}</p>`}
    <p>to go on to ${escapeHtml(clientName)}</p>
    <form method="post">
      <label for="username">User name</label>
      <input id="username" name="username" value="${escapeHtml(username)}" autocomplete="username" ${attributes}>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" ${attributes}>
      <button type="submit">Sign in</button>
    </form>`,
  );
}

/** @param form as oidc-provider makes it, with the id op.logoutForm */
export function logoutPage(form: string): string {
  return page(
    'Sign out',
    `${form}
    <input type="hidden" form="op.logoutForm" name="logout" value="yes">
    <button type="submit" form="op.logoutForm">Sign out</button>`,
  );
}

export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escapeHtml(message)}</p>`);
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escapeHtml(title)}</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
    <h1>${escapeHtml(title)}</h1>
    ${content}
    </main>
  </body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
