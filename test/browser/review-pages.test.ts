import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveApp } from '../../src/api/serve.ts';
import type { Role } from '../../src/domain/person.ts';
import { type MadeApp, makeApp } from '../api/made-app.ts';
import { buildPages } from './build-pages.ts';
import { findGrave } from './grave-faults.ts';
import { chromiumPath, openBrowser } from './open-browser.ts';
import { readPlayback } from './review-session.ts';
import { addReviewedCalls } from './reviewed-calls.ts';

// left out, with this reason, only where the machine has no Chromium
describe.skipIf(chromiumPath === undefined)('reviewing, in a browser', () => {
  let made: MadeApp;
  let serving: Serving;
  let browser: Browser;
  let calls: string[];
  const ids: Record<string, string> = {};
  const complaints: string[] = [];

  beforeAll(async () => {
    made = await makeApp();
    const app = made.with({ pagesDir: await buildPages() });
    serving = await serveApp(app, { host: '127.0.0.1', port: 0 });
    browser = await openBrowser();
    const add = async (login: string, name: string, roles: Role[], agents: string[] = []) => {
      ids[login] = await made.store.people.add({ login, name, roles, agents });
    };
    await add('ann', 'Ann Reviewer', ['reviewer']);
    await add('bo', 'Bo Reviewer', ['reviewer']);
    await add('dana', 'Dana Reed', ['agent'], ['a-07']);
    await add('cleo', 'Cleo Reviewer', ['reviewer']);
    calls = await addReviewedCalls(made, 10, 'a-07');
    const assign = `insert into assignments (call_id, assignee, reason, created_by) values ($1, $2, 'random', 'x')`;
    for (const [index, call] of calls.entries()) {
      await made.store.executeSql(assign, [call, index < 5 ? ids.ann : ids.cleo]);
    }
    await made.store.executeSql(
      `with q as (insert into review_queues (name, created_by) values ('second look', 'x') returning id)
       insert into assignments (call_id, assignee, queue_id, reason, created_by)
       select $1, $2, id, 'random', 'x' from q`,
      [calls[1], ids.bo],
    );
  }, 180_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await serving?.close(0);
    await made?.[Symbol.asyncDispose]();
  });

  async function openAs(login: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    context.setDefaultTimeout(15_000);
    const { secret } = await made.store.sessions.begin(ids[login] ?? '');
    await context.addCookies([{ name: 'earmark_session', value: secret, url: serving.url }]);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(serving.url + path);
    return page;
  }

  async function openCall(login: string, call = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openAs(login, `/calls/${call}`, options);
    await page.locator('.criterion').first().waitFor();
    await page.getByRole('region', { name: /Review|复核/ }).waitFor();
    return page;
  }

  const cardOf = (page: Page, title: string) => page.getByRole('article', { name: title });

  it('goes by keyboard: hear, confirm, override with a reason, finalise after being asked', async () => {
    const [call = ''] = calls;
    const page = await openCall('ann', call);
    await page.getByText('0 of 6 decided by people').waitFor();
    await page.keyboard.press('n');
    await expect.poll(async () => (await readPlayback(page)).isPlaying).toBe(true);
    await page.locator('.criterion[data-current]').getByRole('heading', { name: 'Greeting' }).waitFor();
    await page.keyboard.press('c');
    await cardOf(page, 'Greeting').getByText('confirmed · Ann Reviewer').waitFor();
    await page.getByText('1 of 6 decided by people').waitFor();
    await page.keyboard.press('d');
    await page.keyboard.press('o');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Tab');
    await page.keyboard.type('She stopped at once.');
    await page.reload();
    await page.locator('.criterion').first().waitFor();
    await page.keyboard.press('o');
    for (const key of ['d', 'o']) await page.keyboard.press(key);
    const form = page.getByRole('form', { name: /Decision on/ });
    expect(await form.getByLabel('Reason').inputValue()).toBe('She stopped at once.');
    await form.getByRole('radio', { checked: true }).press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('She stopped at once.').waitFor();
    await page.getByText('2 of 6 decided by people').waitFor();
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Not everything was listened to' });
    await dialog.getByRole('button', { name: 'Finalise anyway' }).click();
    await page.getByText(/Finalised by Ann Reviewer/).waitFor();
    const [kept] = await made.store.reviews.finalisations(call);
    expect(kept).toMatchObject({ by: 'Ann Reviewer', round: 1 });
    const heard = await made.store.reviews.playedBy(call, { id: ids.ann ?? '', name: 'Ann Reviewer' });
    expect(heard.length).toBeGreaterThan(0);
  }, 90_000);

  it('clears five calls of the queue by keyboard, one after the other', async () => {
    const page = await openAs('cleo', '/review');
    await page.getByText('5 calls').waitFor();
    expect(await findGrave(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the first call' }).press('Enter');
    const seen = new Set<string>();
    for (let done = 1; done <= 5; done += 1) {
      await page.getByText('0 of 6 decided by people').waitFor();
      seen.add(new URL(page.url()).pathname);
      await page.keyboard.press('d');
      await page.keyboard.press('c');
      await page.getByText('1 of 6 decided by people').waitFor();
      await page.keyboard.press('f');
      const dialog = page.getByRole('dialog', { name: 'Not everything was listened to' });
      await dialog.getByRole('button', { name: 'Finalise anyway' }).press('Enter');
      await page.getByText(/Finalised by Cleo Reviewer/).waitFor();
      await dialog.waitFor({ state: 'detached' });
      if (done < 5) await page.getByRole('link', { name: 'Next call' }).waitFor();
      await page.keyboard.press('g');
    }
    await page.getByText('Nothing waits for you.').waitFor();
    expect(seen.size).toBe(5);
  }, 120_000);

  it('tells who was faster, shows what they decided, and keeps what was being written', async () => {
    const call = calls[1] ?? '';
    const ann = await openCall('ann', call);
    const bo = await openCall('bo', call);
    const card = cardOf(ann, 'Greeting');
    await card.getByRole('button', { name: 'Override' }).click();
    await card.getByLabel('Reason').fill('The purpose was said at the end.');
    await cardOf(bo, 'Greeting').getByRole('button', { name: 'Confirm' }).click();
    await cardOf(bo, 'Greeting').getByText('confirmed · Bo Reviewer').waitFor();
    await card.getByRole('button', { name: 'Save the decision' }).click();
    await card.getByText('Bo Reviewer decided on this criterion meanwhile').waitFor();
    await card.getByText('confirmed · Bo Reviewer').waitFor();
    expect(await card.getByLabel('Reason').inputValue()).toBe('The purpose was said at the end.');
    await card.getByRole('button', { name: 'Save the decision' }).click();
    await card.getByText('overridden · Ann Reviewer').waitFor();
    await ann.keyboard.press('m');
    await ann.getByRole('textbox', { name: 'Comment' }).fill('Well kept calm.');
    await ann.keyboard.press('Enter');
    await ann.locator('.comment').getByText('Well kept calm.').waitFor();
  }, 90_000);

  it('lets an agent on a phone object, and another reviewer uphold it', async () => {
    const [call = ''] = calls;
    const phone = { viewport: { width: 360, height: 740 } };
    const dana = await openCall('dana', call, phone);
    const card = cardOf(dana, 'Greeting');
    expect(await card.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    await card.getByRole('button', { name: 'Object' }).click();
    await card.getByLabel('Why').fill('I said why I called in the first sentence.');
    const isWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await dana.evaluate(isWide)).toBe(false);
    expect(await findGrave(dana)).toEqual([]);
    await card.getByRole('button', { name: 'Send the objection' }).click();
    await card.getByText('Open objection').waitFor();
    const ann = await openCall('ann', call);
    await cardOf(ann, 'Greeting').getByLabel('Reason of the decision').fill('It stays.');
    await cardOf(ann, 'Greeting').getByRole('button', { name: 'Reject' }).click();
    await ann.getByText('You finalised this verdict yourself').waitFor();
    const bo = await openCall('bo', call);
    await cardOf(bo, 'Greeting').getByLabel('Reason of the decision').fill('It is in the first sentence.');
    await cardOf(bo, 'Greeting').getByRole('button', { name: 'Uphold' }).click();
    await bo.getByText('Objection upheld').waitFor();
    await dana.reload();
    await dana.getByText('Objection upheld').waitFor();
    await dana.getByText(/round 2/).waitFor();
  }, 90_000);

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no grave accessibility fault in ${colorScheme}, and is all Chinese in Chinese`, async () => {
      const page = await openCall('ann', calls[2], { colorScheme, locale: 'zh-CN' });
      await page.keyboard.press('d');
      await page.keyboard.press('o');
      expect(await findGrave(page)).toEqual([]);
      const words = await page.locator('.criterion-review, .review-bar').allInnerTexts();
      expect(words.join(' ').replaceAll('Ann Reviewer', '')).not.toMatch(/[A-Za-z]{6,}/);
      await page.keyboard.press('Escape');
      await page.keyboard.press('f');
      await page.getByRole('dialog', { name: '有证据没有听过' }).waitFor();
      expect(await findGrave(page)).toEqual([]);
    }, 90_000);
  }

  it('breaks nothing', () => {
    expect(complaints).toEqual([]);
  });
});
