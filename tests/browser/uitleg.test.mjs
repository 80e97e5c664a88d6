// Explanations and statements: whole in every view, found from every page, read without JavaScript and by keyboard; and the
// sign-in page, from which each need has its own way.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { KEYBOARD, MOUSE, NAMES, RESET, SIGN_IN, assertWhole, field, submit } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

const PAGES = [
  { name: 'explain-index', path: '/uitleg/' },
  { name: 'explain-password', path: '/uitleg/wachtwoord/' },
  { name: 'explain-address', path: '/uitleg/e-mailadres/' },
  { name: 'explain-no-mail', path: '/uitleg/geen-mail/' },
  { name: 'explain-real-mail', path: '/uitleg/echte-mail/' },
  { name: 'explain-passkeys', path: '/uitleg/passkeys/' },
  { name: 'privacy', path: '/privacy/' },
  { name: 'accessibility', path: '/toegankelijkheid/' },
];

for (const { name, path } of PAGES) {
  everyView(test, name, async (view) => {
    const page = await house.newPage(view);
    assert.equal((await page.goto(path)).status(), 200);
    await assertWhole(page, view);
    if (view.lang === 'nl') await picture(page, `${name}-${view.scheme}-${view.width}`);
  });

  test(`${name} without JavaScript`, async () => {
    const page = await house.newPage({ javascript: false });
    assert.equal((await page.goto(path)).status(), 200);
    assert.ok(await page.locator('h1').isVisible());
    page.assertQuiet();
  });
}

for (const way of [MOUSE, KEYBOARD]) {
  test(`no mail: from signing in to the explanation and on [${way === MOUSE ? 'mouse' : 'keyboard'}]`, async () => {
    const page = await house.newPage({ width: 320 });
    await page.goto(SIGN_IN);
    for (const href of [RESET, NAMES, '/uitleg/geen-mail/']) {
      assert.equal(await page.locator(`main .hs-ways a[href="${href}"]`).count(), 1, `one way to ${href}`);
    }
    await way.press(page, page.locator('main a[href="/uitleg/geen-mail/"]'));
    await page.waitForURL(/geen-mail/);
    await way.press(page, page.locator(`main a[href="${RESET}"]`));
    await page.waitForURL(new RegExp(`${RESET}$`));
    await way.fill(page, field(page, 'username'), 'ALMELO99');
    await way.press(page, submit(page));
    await page.waitForURL(/gevraagd/);
    await assertWhole(page);
    await way.press(page, page.locator('main a[href="/uitleg/geen-mail/"]'));
    await page.waitForURL(/geen-mail/);
    await way.press(page, page.locator('footer a[href="/uitleg/"]'));
    await page.waitForURL(/\/uitleg\/$/);
    await way.press(page, page.locator('main a[href="/uitleg/echte-mail/"]'));
    await page.waitForURL(/echte-mail/);
    const mail = await page.textContent('main');
    assert.ok(mail.includes('inloggen@huissleutel.test') && mail.includes(house.url), mail);
  });
}

test('an error page says a code that can be looked up', async () => {
  const page = await house.newPage({ width: 320 });
  await page.goto('/bestaat-niet/');
  assert.equal(await page.locator('.hs-help-code .hs-code').textContent(), 'HS-404');
  await page.goto(`${RESET}${'x'.repeat(43)}/`);
  assert.equal(await page.locator('.hs-help-code .hs-code').textContent(), 'HS-410');
  await picture(page, 'dead-link-light-320');
});
