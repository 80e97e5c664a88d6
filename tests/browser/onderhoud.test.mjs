// Planned maintenance: support writes a notice and tests it, an admin approves exactly that, it is steered, and pages tell those whom it
// touches. By mouse and by keyboard.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { ADMIN, CLERK, LEAD, SUPPORT, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, SIGN_IN, assertWhole, field, submit, summaryTakesFocus } from './lib/steps.mjs';

const ROOT = '/support/onderhoud/';
const BANNER = '.hs-works[role="status"]';
const house = await openHouse();
after(() => house.close());

const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const act = (page, word) => page.locator(`form:has(input[name="act"][value="${word}"]) button`).first();

/// Does something with the notice, and waits until the page says so.
async function does(way, page, word, told) {
  await way.press(page, act(page, word));
  await page.waitForURL(new RegExp(`told=${told}$`));
  await assertWhole(page);
}

/// A notice of work that goes on now; its address.
async function writes(way, page, subject) {
  await page.goto(ROOT);
  await assertWhole(page);
  await way.press(page, page.locator(`main a[href="${ROOT}nieuw/"]`));
  await page.waitForURL(/nieuw\/$/);
  await assertWhole(page);
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await way.choose(page, page.locator('#audience-project'));
  await way.fill(page, field(page, 'name'), 'De-Linde / Lindehof');
  await field(page, 'from-day').fill(day(0));
  await way.fill(page, field(page, 'from-time'), '0:00');
  await field(page, 'to-day').fill(day(2));
  await way.fill(page, field(page, 'to-time'), '6u');
  await way.fill(page, field(page, 'subject-nl'), subject);
  await way.fill(page, field(page, 'words-nl'), 'U kunt even niet inloggen.');
  await way.fill(page, field(page, 'subject-en'), `${subject} (English)`);
  await way.fill(page, field(page, 'words-en'), 'You cannot sign in for a while.');
  await way.press(page, submit(page));
  await page.waitForURL(/told=written$/);
  await assertWhole(page);
  return page.url().split('?')[0];
}

/// Somebody writes a notice and tests it, an admin approves it: the page of who wrote it, and its address.
async function approved(way, subject) {
  const support = await staffSignedIn(house, SUPPORT, {}, way);
  const notice = await writes(way, support, subject);
  await way.press(support, support.locator('form:has(input[name="language"][value="en"]) button'));
  await support.waitForURL(/told=tested$/);
  await house.mail((mail) => mail.to === SUPPORT[0] && mail.subject === `${subject} (English)`);
  await does(way, support, 'propose', 'proposed');

  const admin = await staffSignedIn(house, ADMIN, {}, way);
  await admin.goto(notice);
  await assertWhole(admin);
  await does(way, admin, 'approve', 'approved');
  const mail = await house.mail((mail) => mail.subject === subject && mail.to !== SUPPORT[0]);
  assert.deepEqual(mail.links, []);
  return { support, notice };
}

async function wholeWay(way, subject) {
  const { support, notice } = await approved(way, subject);
  const clerk = await staffSignedIn(house, CLERK);
  assert.match(await clerk.locator(BANNER).innerText(), new RegExp(subject));
  await assertWhole(clerk);
  const stranger = await house.newPage();
  await stranger.goto(SIGN_IN);
  assert.equal(await stranger.locator(BANNER).count(), 0, 'nobody hears of the work of a client');

  await support.goto(notice);
  await way.press(support, support.locator('main details:has(input[value="stop"]) summary'));
  await does(way, support, 'stop', 'stopped');
  await clerk.goto('/');
  assert.equal(await clerk.locator(BANNER).count(), 0, 'gone at once');
}

test('a notice goes its whole way, by mouse', () => wholeWay(MOUSE, 'Onderhoud aan de deuren'));
test('a notice goes its whole way, by keyboard only', () => wholeWay(KEYBOARD, 'Onderhoud aan de lampen'));

test('a lead chooses from the own projects', async () => {
  const page = await staffSignedIn(house, LEAD);
  await page.goto(`${ROOT}nieuw/`);
  await assertWhole(page);
  const offered = await field(page, 'name').locator('option').evaluateAll((all) => all.map((option) => option.value));
  assert.deepEqual(offered.sort(), ['', 'de-linde/lindehof', 'waterland/de-kade']);
});

test('people of a client read what touches them, and take the homes without address along', async () => {
  await approved(MOUSE, 'Onderhoud aan de sloten');
  const clerk = await staffSignedIn(house, CLERK);
  await clerk.goto('/service/onderhoud/');
  await assertWhole(clerk);
  await clerk.locator('main section a').first().click();
  await clerk.locator('#letters-title').waitFor();
  await assertWhole(clerk);
  for (const [file, begins] of [['woningen.csv', '\ufeff'], ['brieven.pdf', '%PDF']]) {
    const coming = clerk.waitForEvent('download');
    await clerk.locator(`main a[href*="${file}"]`).first().click();
    const text = await readFile(await (await coming).path(), 'utf8');
    assert.ok(text.startsWith(begins), file);
  }
});

everyView(test, 'the pages of planned maintenance', async (view) => {
  const support = await staffSignedIn(house, SUPPORT, view);
  await support.goto(ROOT);
  const notice = await support.locator('tbody a').first().getAttribute('href');
  const clerk = await staffSignedIn(house, CLERK, view);
  const letters = `/service/onderhoud/${notice.split('/').at(-2)}/`;
  const pages = [[support, ROOT], [support, `${ROOT}nieuw/`], [support, notice], [clerk, '/service/onderhoud/'], [clerk, letters]];
  for (const [at, [page, path]] of pages.entries()) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), 200, path);
    await assertWhole(page, view);
    await picture(page, `onderhoud-${at}-${view.lang}-${view.scheme}-${view.width}`);
  }
});
