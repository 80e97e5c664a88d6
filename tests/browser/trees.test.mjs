// What a screen reader finds on the pages of residents: headings, fields with their names, what is said of them, in order.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { openHouse } from './harness.mjs';
import { assertTree, steady } from './lib/aria.mjs';
import { NAMES, NEWCOMERS, RESET, SIGN_IN, askMail, resetLink, signIn, submit } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

test('before signing in', async () => {
  const page = await house.newPage();
  for (const [name, path] of [['sign-in', SIGN_IN], ['reset', RESET], ['names', NAMES], ['explain-address', '/uitleg/e-mailadres/'], ['explain-passkeys', '/uitleg/passkeys/'], ['safe-home', '/uitleg/veilig-thuis/']]) {
    await page.goto(path);
    await assertTree(page, name);
  }
  await page.goto(SIGN_IN);
  await submit(page).click();
  await page.waitForSelector('.hs-summary');
  await assertTree(page, 'sign-in-refused');
  await page.goto(resetLink(await askMail(house, page, NEWCOMERS[0])));
  await assertTree(page, 'set-password');
});

test('after signing in', async () => {
  const page = await house.newPage();
  await signIn(page, 'ALMELO01', 'bakker tekent groene fietsen');
  await page.waitForURL(`${house.url}/`);
  for (const [name, path] of [['start', '/'], ['home', '/woning/'], ['address', '/woning/e-mailadres/'], ['security', '/beveiliging/'], ['password', '/beveiliging/wachtwoord/'], ['end-everything', '/beveiliging/alles-intrekken/'], ['new-passkey', '/beveiliging/passkeys/nieuw/']]) {
    await page.goto(path);
    await assertTree(page, name);
  }
});

test('a day is no difference, a word is', () => {
  assert.equal(steady('sinds maandag 3 november 2026, 14.03 uur'), steady('sinds zondag 12 mei 2027, 9:55'));
  assert.notEqual(steady('- heading "Log in"'), steady('- heading "Log uit"'));
});
