// What a browser test imports: `openHouse()` starts the program's demo and one Chromium, and gives pages, mails and the clock.
//
//   const house = await openHouse();
//   after(() => house.close());
//   everyView(test, 'sign-in page', async (view) => {
//     const page = await house.newPage(view);
//     await page.goto('/login/');
//     await assertAccessible(page);
//     await picture(page, `sign-in-${view.lang}`);
//   });
//
// A page that logs an error, asks another host for something, or misses a file of its own fails its test when the house closes
// or when `page.assertQuiet()` is called, whichever comes first.

import { startDemo } from './lib/demo.mjs';
import { startBrowser } from './lib/browser.mjs';

export { assertAccessible, axe } from './lib/axe.mjs';
export { assertFits, picture } from './lib/look.mjs';
export { everyView, pairwise, views } from './lib/views.mjs';

/// Starts the demo on a free port with a data folder of its own, and a browser for it.
export async function openHouse() {
  const demo = await startDemo();
  let browser;
  try {
    browser = await startBrowser(demo.url);
  } catch (error) {
    await demo.close();
    throw error;
  }
  return {
    url: demo.url,
    newPage: browser.newPage,
    mails: demo.mails,
    mail: demo.mail,
    mailsUntil: demo.mailsUntil,
    clockForward: demo.clockForward,
    async close() {
      try {
        await browser.close();
      } finally {
        await demo.close();
      }
    },
  };
}
