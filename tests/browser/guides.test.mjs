// The pictures of docs/handleiding/ that no other test takes: what residents own, and what clerks, admins and the operator's admins see.
// HUISSLEUTEL_PICTURES=1 puts them there; otherwise the way to them is walked, so that taking them goes on to work.

import test, { after } from 'node:test';

import { openHouse, picture } from './harness.mjs';
import { ADMIN, CLERK, ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { assertWhole, field, signIn, submit } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

/// Goes there, looks whether it is whole, and takes the picture.
const taker = (page, width) => async (path, name) => {
  if (path) await page.goto(path);
  await assertWhole(page);
  await picture(page, `guide-${name}-nl-light-${width}`);
};

test('what residents own', async () => {
  const page = await house.newPage({ width: 320 });
  await signIn(page, 'ALMELO01', 'bakker tekent groene fietsen');
  await page.waitForURL(`${house.url}/`);
  const take = taker(page, 320);
  await take('/beveiliging/', 'security');
  await take('/beveiliging/wachtwoord/', 'password');
  await take('/beveiliging/passkeys/nieuw/', 'passkey');
  await take('/beveiliging/alles-intrekken/', 'end-everything');
  await take('/uitleg/veilig-thuis/', 'safe-home');
  await take('/woning/e-mailadres/', 'address');
});

test('what clerks see of a home', async () => {
  const page = await staffSignedIn(house, CLERK);
  const take = taker(page, 1280);
  await page.goto('/service/gebruikers/?q=ALMELO02');
  const home = await page.locator('#found tbody tr a').first().getAttribute('href');
  await take(home, 'home');
  await take(`${home}vertrek/`, 'one-leaves');
});

test('what admins of a client see', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN);
  const take = taker(page, 1280);
  await page.goto('/service/teksten/nl/mail-greeting/');
  await field(page, 'text').fill('Dag bewoner van {verhuurder},');
  await submit(page).click();
  await page.waitForSelector('#sure-title');
  await take(null, 'text');
});

test('what admins of the operator see', async () => {
  const page = await staffSignedIn(house, ADMIN);
  const take = taker(page, 1280);
  await take('/beheer/opdrachtgevers/', 'clients');
  await take('/beheer/sleutels/nieuw/', 'new-key');
  await take('/beheer/overdragen/', 'move-homes');
  await page.goto('/beheer/opdrachtgevers/de-linde/contactpersonen/');
  await field(page, 'name').fill('Els de Wit');
  await field(page, 'email').fill('els@delinde.test');
  await submit(page).click();
  await page.waitForURL(/told=entered/);
  await take(null, 'contacts');
  const admin = await staffSignedIn(house, ORG_ADMIN);
  await admin.goto('/service/voorstellen/');
  await admin.locator('main tbody a').first().click();
  await admin.waitForURL(/voorstellen\/.+/);
  await taker(admin, 1280)(null, 'proposal');
});
