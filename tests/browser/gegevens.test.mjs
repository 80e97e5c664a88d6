// "Mijn gegevens": a resident sees what is kept and who looked, takes it along as a file, reads on in the log, and asks to correct
// something, which a clerk answers; by mouse, by keyboard and without JavaScript.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { readFile } from 'node:fs/promises';

import { everyView, openHouse, picture, views } from './harness.mjs';
import { CLERK, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, NEWCOMERS, askMail, assertWhole, choosePassword, field, refused, resetLink, signIn, submit } from './lib/steps.mjs';

const PASSWORD = 'zeven eenden in de vaart';
const PICTURES = process.env.HUISSLEUTEL_PICTURES === '1';

const house = await openHouse();
after(() => house.close());

const people = [...NEWCOMERS];

/// A clerk opens the home of somebody.
async function look(email) {
  const clerk = await staffSignedIn(house, CLERK);
  await clerk.goto(`/service/gebruikers/?q=${encodeURIComponent(email)}`);
  await clerk.locator('#found tbody tr a').first().click();
  await clerk.waitForURL(/\/service\/woningen\/[0-9a-f-]{36}\//);
  return clerk;
}

/// What the file says, by whichever way it is fetched.
async function taken(page, way) {
  const [download] = await Promise.all([page.waitForEvent('download'), way.press(page, page.locator('main a[href$="gegevens.json"]'))]);
  assert.equal(download.suggestedFilename(), 'gegevens.json');
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

async function journey(view, way, person) {
  const look_at = (page, more = {}) => assertWhole(page, { ...view, ...more });
  const take = async (page, name) => PICTURES && view.lang === 'nl' && view.scheme === 'light' && picture(page, `${name}-nl-light-${view.width}`);
  const page = await house.newPage(view);
  await choosePassword(page, resetLink(await askMail(house, page, person)), person.username, PASSWORD);
  await signIn(page, person.username, PASSWORD, way);
  await page.waitForURL(`${house.url}/`);
  await look(person.email);
  await way.press(page, page.locator('main .hs-ways a[href="/gegevens/"]'));
  await page.waitForURL(/\/gegevens\/$/);
  await look_at(page);
  await take(page, 'own-data');
  const words = await page.textContent('main');
  assert.ok(words.includes(person.email) && words.includes(person.username));
  assert.ok(!words.includes(CLERK[0]), 'no name of staff');
  const data = await taken(page, way);
  assert.equal(data.account.username, person.username);
  assert.ok(data.log.some((line) => line.who.kind === 'landlord'), 'the look of the clerk');
  await way.press(page, page.locator('main a[href="/gegevens/logboek/"]'));
  await page.waitForURL(/logboek/);
  await look_at(page);
  await take(page, 'own-log');
  await way.press(page, page.locator('main .hs-ways a[href="/gegevens/"]'));
  await page.waitForURL(/\/gegevens\/$/);

  // What is wrong is said at its field; what was chosen stays.
  await way.press(page, page.locator('main a[href="/gegevens/verzoek/"]'));
  await page.waitForURL(/verzoek/);
  await look_at(page);
  await take(page, 'own-request');
  await way.press(page, submit(page));
  await refused(page, view);
  await look_at(page, { fault: true });
  await page.locator('#kind-correction').check();
  await page.locator('#about-home').check();
  await way.press(page, submit(page));
  await page.waitForSelector('#text-error');
  assert.ok(await page.locator('#about-home').isChecked());
  await look_at(page, { fault: true });
  const text = `Het huisnummer van ${person.username} klopt niet.`;
  await way.fill(page, field(page, 'text'), text);
  await way.press(page, submit(page));
  await page.waitForURL(/told=asked/);
  assert.ok((await page.textContent('main')).includes(text));
  await look_at(page);
  await take(page, 'own-data-asked');

  // It stands at the landlord's, who answers; the resident reads it.
  const clerk = await staffSignedIn(house, CLERK, view, way);
  await clerk.goto('/service/verzoeken/');
  const row = clerk.locator('tbody tr', { hasText: person.username }).first();
  assert.ok((await row.textContent()).includes(text));
  await look_at(clerk);
  await take(clerk, 'requests');
  await way.press(clerk, row.locator('button[type=submit]'));
  await clerk.waitForURL(/told=no-answer/);
  await look_at(clerk);
  await row.locator('select').selectOption('partly');
  await way.press(clerk, row.locator('button[type=submit]'));
  await clerk.waitForURL(/told=answered/);
  await look_at(clerk);
  await page.goto('/gegevens/');
  await page.locator('#requests-title').waitFor();
  const said = view.lang === 'en' ? 'A part of this was done.' : 'Een deel hiervan is gedaan.';
  assert.ok((await page.textContent('main')).includes(said));
}

everyView(test, 'a resident sees what is kept, and takes it along', async (view) => {
  const way = views.indexOf(view) % 2 === 0 ? MOUSE : KEYBOARD;
  await journey(view, way, people.shift());
});

test('a resident sees what is kept, without JavaScript', () =>
  journey({ lang: 'nl', scheme: 'light', width: 320, javascript: false }, KEYBOARD, { username: 'ZUIDER04', email: 'iris.kuiper@bewoners.test' }));
