// A contact of a client without service portal: entered by the project lead, approved, proven; gets the link to who waits to be told,
// fetches the letters, and ticks. By mouse and by keyboard.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { openHouse } from './harness.mjs';
import { ADMIN, LEAD, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, submit, summaryTakesFocus } from './lib/steps.mjs';

const PROJECT = 'waterland/de-kade';
const house = await openHouse();
after(() => house.close());

const linkTo = (email, path, not) =>
  house.mailsUntil((mails) =>
    mails
      .filter((mail) => mail.to === email)
      .flatMap((mail) => mail.links)
      .find((it) => it.includes(path) && it !== not),
  );

/// Entered by the project lead, approved by an admin of the operator, and proven by its owner.
async function becomesContact(way, lead, name, email) {
  await lead.goto(`/service/projecten/${PROJECT}/contactpersoon/`);
  await way.fill(lead, field(lead, 'name'), name);
  await way.fill(lead, field(lead, 'email'), email);
  await way.press(lead, submit(lead));
  await lead.waitForURL(/told=/);
  const admin = await staffSignedIn(house, ADMIN, {}, way);
  await admin.goto('/beheer/voorstellen/');
  await way.press(admin, admin.locator('main table').first().locator('tbody tr').filter({ hasText: 'Nieuwe contactpersoon' }).locator('a').first());
  await admin.waitForURL(/voorstellen\/.+/);
  assert.ok((await admin.textContent('main')).includes(email), 'exactly who is shown');
  await way.press(admin, admin.locator('form.hs-bulk button').first());
  await admin.waitForURL(/told=approved/);
  const owner = await house.newPage();
  await owner.goto(await linkTo(email, '/contact/'));
  await way.fill(owner, field(owner, 'email'), email);
  await way.press(owner, submit(owner));
  await owner.waitForURL(/contact\/done/);
  return owner;
}

async function handsOut(way, name, email) {
  const lead = await staffSignedIn(house, LEAD, {}, way);
  const owner = await becomesContact(way, lead, name, email);
  await lead.goto(`/service/brieven/?project=${PROJECT}`);
  await assertWhole(lead);
  await way.press(lead, lead.locator('form[action$="/contactpersonen/"] button'));
  await lead.waitForURL(/sent=/);
  await assertWhole(lead);

  const link = await linkTo(email, '/contact/verstrekken/');
  await owner.goto(link);
  await assertWhole(owner);
  await way.fill(owner, field(owner, 'email'), 'iemand@elders.test');
  await way.press(owner, submit(owner));
  await summaryTakesFocus(owner);
  await assertWhole(owner, { fault: true });
  await way.fill(owner, field(owner, 'email'), email);
  await way.press(owner, submit(owner));
  await owner.locator('[name="home-1"]').waitFor();
  await assertWhole(owner);
  const letters = owner.waitForEvent('download');
  await way.press(owner, owner.locator('form[action$="brieven.pdf"] button').first());
  assert.equal((await letters).suggestedFilename(), 'brieven-1.pdf');
  const list = owner.waitForEvent('download');
  await way.press(owner, owner.locator('form[action$="lijst.xlsx"] button').first());
  assert.equal((await list).suggestedFilename(), 'gebruikersnaam-per-woning.xlsx');
  await way.press(owner, owner.locator('button[name=which][value=ticked]'));
  await summaryTakesFocus(owner);
  await assertWhole(owner, { fault: true });
  await owner.locator('[name="home-1"]').check();
  await way.press(owner, owner.locator('button[name=which][value=ticked]'));
  await owner.waitForURL(/verstrekken\/klaar\/\?homes=1/);
  await assertWhole(owner);
  await owner.goto(link);
  await assertWhole(owner);
  assert.match(await owner.textContent('main'), /al afgevinkt/);
}

test('a contact hands out by a link, by mouse', () => handsOut(MOUSE, 'Wim Visser', 'wim@waterland.test'));
test('a contact hands out by a link, by keyboard only', () => handsOut(KEYBOARD, 'Jo Visser', 'jo@waterland.test'));
