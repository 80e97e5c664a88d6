// The people of the demo who work in the service portal, and how they come in.

import { MOUSE, codeOf, field, signIn, submit } from './steps.mjs';

export const CLERK = ['joost@delinde.test', 'beer bakt ronde wafels'];
export const ORG_ADMIN = ['bea@delinde.test', 'kraai spaart rode doppen'];
export const ADMIN = ['noor@huissleutel.test', 'otter zoekt gouden knopen'];
export const AUDITOR = ['ada@huissleutel.test', 'egel telt witte wolken'];
export const SUPPORT = ['sam@huissleutel.test', 'merel zingt om vier uur'];
export const LEAD = ['lin@huissleutel.test', 'walvis draagt gele sokken'];

/// Signs in with the second factor, whose code is another one than the last time.
export async function staffSignedIn(house, [name, password], view = {}, way = MOUSE) {
  const page = await house.newPage(view);
  await signIn(page, name, password, way);
  await page.waitForURL(/second-factor/);
  await house.clockForward('1m');
  await way.fill(page, field(page, 'code'), await codeOf(house, name));
  await way.press(page, submit(page));
  await page.waitForURL(`${house.url}/`);
  return page;
}
