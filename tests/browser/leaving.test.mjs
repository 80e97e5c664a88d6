// Who leaves and who does not: somebody who is put out by mistake says so, and two people undo it; one of several residents leaves
// and who stays begins anew. By mouse and by keyboard through the same steps.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { CLERK, ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, signIn, submit, summaryTakesFocus } from './lib/steps.mjs';

const RESIDENT = ['ALMELO01', 'bakker tekent groene fietsen'];
const HOUSEMATE = ['ALMELO02', 'zeven ganzen op de dijk'];
const CHANGES = '/service/mutaties/?project=de-linde/lindehof';

const house = await openHouse();
after(() => house.close());

const guide = (page, name) => picture(page, `service-${name}-nl-light-1280`);

/// The page of the home of the resident.
async function home(page, [username] = RESIDENT) {
  await page.goto(`/service/gebruikers/?q=${username}`);
  return page.locator('#found tbody tr a').first().getAttribute('href');
}

/// All of the home are put out at once.
async function putOut(page, way, path) {
  await page.goto(`/service/mutaties/nieuw/?home=${path.split('/').at(-2)}`);
  await way.choose(page, page.locator('#kind-eviction'));
  await way.press(page, submit(page));
  await page.waitForSelector('#ends-title');
  await way.press(page, submit(page));
  await page.waitForURL(/told=done/);
}

const told = (mail) => mail.links.find((link) => link.includes('/email/still-here/'));

async function mistake(way, take = async () => {}) {
  const page = await staffSignedIn(house, CLERK, {}, way);
  await putOut(page, way, await home(page));
  const link = await house.mailsUntil((all) => told(all.find(told) ?? { links: [] }));
  const resident = await house.newPage();
  await resident.goto(link);
  await assertWhole(resident);
  await way.press(resident, submit(resident));
  await summaryTakesFocus(resident);
  await assertWhole(resident, { fault: true });
  await way.fill(resident, field(resident, 'username'), RESIDENT[0]);
  await way.press(resident, submit(resident));
  await resident.waitForURL(/still-here\/done/);
  await assertWhole(resident);

  await page.goto(CHANGES);
  assert.match(await page.textContent('main'), /ik woon hier nog/);
  await take(page, 'change-still-here');
  await way.press(page, page.locator('main a[href$="/terugdraaien/"]').first());
  await page.waitForURL(/terugdraaien/);
  await assertWhole(page);
  await take(page, 'change-undo');
  await way.press(page, submit(page));
  await page.waitForURL(/voorstellen/);
  await assertWhole(page);

  const other = await staffSignedIn(house, ORG_ADMIN, {}, way);
  await other.goto(new URL(page.url()).pathname);
  await assertWhole(other);
  await way.press(other, other.locator('.hs-decide button[type=submit]').first());
  await other.waitForURL(/told=approved/);
  await assertWhole(other);
  await page.goto(CHANGES);
  assert.match(await page.textContent('main'), /Teruggedraaid/);
}

test('who is put out by mistake says so, and two people undo it, by mouse', () => mistake(MOUSE, guide));

test('one of several residents leaves, by keyboard only, and everybody is out at the next click', async () => {
  const resident = await house.newPage();
  await signIn(resident, ...HOUSEMATE);
  await resident.waitForURL(`${house.url}/`);
  const page = await staffSignedIn(house, CLERK, {}, KEYBOARD);
  await page.goto(await home(page, HOUSEMATE));
  await KEYBOARD.press(page, page.locator('main a[href*="/vertrek/"]').first());
  await page.waitForURL(/vertrek/);
  await assertWhole(page);
  await KEYBOARD.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await KEYBOARD.choose(page, page.locator('#whose-stays'));
  await KEYBOARD.press(page, submit(page));
  await page.waitForURL(/told=renewed/);
  await assertWhole(page);
  await resident.reload();
  await resident.waitForURL(/\/login\//);
});

everyView(test, 'the pages of who leaves', async (view) => {
  const page = await staffSignedIn(house, CLERK, view);
  const path = await home(page);
  await page.goto(`${path}vertrek/`);
  await assertWhole(page, view);
  await page.goto(CHANGES);
  await assertWhole(page, view);
});
