// A scanner robot of a mail server opens everything before the person does, and another one presses every button it finds.
// Law 5: nothing is used up and nothing is granted.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { openHouse } from './harness.mjs';
import { askMail, choosePassword, field, resetLink, signIn } from './lib/steps.mjs';

const ROUNDS = 20;
const mine = { username: 'ALMELO07', email: 'henk.smit@bewoners.test' };
const house = await openHouse();
after(() => house.close());

test('a robot opens every link of every mail and presses every button; the person still succeeds', async () => {
  const mail = await askMail(house, await house.newPage(), mine);
  const links = [...new Set((await house.mails()).flatMap((mail) => mail.links))];
  assert.ok(links.includes(resetLink(mail)) && links.length >= 5, `${links.length} links`);
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(links.flatMap((link) => ['GET', 'HEAD'].map((method) => fetch(link, { method }))));
  }
  const robot = await house.newPage();
  for (const link of links) await robot.goto(link, { waitUntil: 'networkidle' });
  for (let round = 1; round < ROUNDS; round += 1) await robot.goto(resetLink(mail), { waitUntil: 'load' });
  assert.deepEqual(await robot.context().cookies(), [], 'opening links gives no cookie');
  await pressEverything(robot, links);

  await robot.goto('/');
  assert.match(robot.url(), /\/login\//, 'the robot is not signed in');
  const person = await house.newPage();
  await choosePassword(person, resetLink(mail), mine.username, 'tien ladders tegen de muur');
  await signIn(person, mine.username, 'tien ladders tegen de muur');
  await person.waitForURL(`${house.url}/`);
  assert.ok((await person.textContent('main')).includes(mine.username));
});

/// Every button of every page behind a link, without typing a letter. No page leads inside.
async function pressEverything(robot, links) {
  for (const link of links) {
    await robot.goto(link);
    const buttons = await robot.locator('main button').count();
    for (let at = 0; at < buttons; at += 1) {
      await robot.goto(link);
      await robot.locator('main button').nth(at).click();
      await robot.waitForLoadState('load');
      assert.doesNotMatch(robot.url(), /after=password/, `button ${at} of ${link} set a password`);
      assert.equal(await robot.locator('form[action="/logout/"]').count(), 0);
    }
    // What the page thinks up is filled in only where it asks the username too, and else only shown: a robot that
    // presses that button, and then the one that saves, sets nothing.
    if (await robot.locator('[data-suggest-button]').count() > 0) {
      await robot.goto(link);
      await robot.locator('[data-suggest-button]').click();
      await robot.locator('main form button[type=submit]').click();
      await robot.waitForLoadState('load');
      assert.doesNotMatch(robot.url(), /after=password/);
    }
  }
}
