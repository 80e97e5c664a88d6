// The pictures of docs/pictures/. HUISSLEUTEL_PICTURES=1 takes them in four views and puts them there; otherwise one view is
// walked through, so that taking them goes on to work.

import test, { after } from 'node:test';

import { openHouse, picture } from './harness.mjs';
import { RESET, SIGN_IN, askMail, codeOf, field, resetLink, signIn, submit } from './lib/steps.mjs';

const mine = { username: 'ALMELO07', email: 'henk.smit@bewoners.test' };
const views = process.env.HUISSLEUTEL_PICTURES === '1'
  ? [1280, 320].flatMap((width) => ['light', 'dark'].map((scheme) => ({ width, scheme })))
  : [{ width: 320, scheme: 'light' }];
const house = await openHouse();
after(() => house.close());
const link = resetLink(await askMail(house, await house.newPage(), mine));

for (const view of views) {
  test(`pictures [${view.scheme} ${view.width}]`, async () => {
    const page = await house.newPage(view);
    const take = (name) => picture(page, `${name}-${view.scheme}-${view.width}`);
    await page.goto(SIGN_IN);
    await take('sign-in');
    await page.goto(`${RESET}?username=${mine.username}`);
    await take('reset');
    await page.goto(link);
    await field(page, 'password').fill('tien ladders');
    await take('set-password');
    await page.goto('/demo/mail/');
    await page.locator('tbody a').first().click();
    await page.goto(await page.locator('main a.hs-button--second').getAttribute('href'));
    await take('mail');
    await signIn(page, 'ALMELO01', 'bakker tekent groene fietsen');
    await page.waitForURL(`${house.url}/`);
    await take('start-resident');
    await signIn(page, 'noor@huissleutel.test', 'otter zoekt gouden knopen');
    await page.waitForURL(/second-factor/);
    await house.clockForward('1m');
    await field(page, 'code').fill(await codeOf(house, 'noor@huissleutel.test'));
    await submit(page).click();
    await page.waitForURL(`${house.url}/`);
    await take('start-admin');
    await page.goto('/beheer/post/');
    await take('dead-letters');
  });
}
