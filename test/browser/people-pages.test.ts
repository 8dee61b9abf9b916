import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveApp } from '../../src/api/serve.ts';
import type { Role } from '../../src/domain/person.ts';
import { type MadeApp, makeApp } from '../api/made-app.ts';
import { buildPages } from './build-pages.ts';
import { findGrave } from './grave-faults.ts';
import { chromiumPath, openBrowser } from './open-browser.ts';

const PASSWORD = 'ten or more characters';

// left out, with this reason, only where the machine has no Chromium
describe.skipIf(chromiumPath === undefined)('signing in, people and the audit, in a browser', () => {
  let made: MadeApp;
  let serving: Serving;
  let browser: Browser;
  beforeAll(async () => {
    made = await makeApp();
    const pagesDir = await buildPages();
    serving = await serveApp(made.with({ pagesDir, localUser: 'local' }), { host: '127.0.0.1', port: 0 });
    browser = await openBrowser();
    const add = (login: string, name: string, roles: Role[], teams: string[] = []) =>
      made.store.people.add({ login, name, roles, teams, password: PASSWORD });
    await add('ada', 'Ada Admin', ['administrator']);
    await add('carol', 'Carol Coach', ['coach'], ['North']);
    await add('otto', 'Otto Auditor', ['auditor']);
    for (const team of ['North', 'South']) await made.addCall({ team, verdicts: { greeting: 'met' } });
  }, 180_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
    await made?.[Symbol.asyncDispose]();
  });

  async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(serving.url + path);
    return page;
  }

  async function signIn(page: Page, login: string, password = PASSWORD) {
    await page.getByLabel('Login').fill(login);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  it('asks who somebody is, refuses a wrong password, and leads back to the page that was wanted', async () => {
    const page = await openPage('/calls?team=North');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(page, 'carol', 'not the password');
    await page.getByRole('alert').filter({ hasText: 'do not let you in' }).waitFor();
    await signIn(page, 'carol');
    await page.locator('.call-list > li').first().waitFor();
    expect(new URL(page.url()).search).toBe('?team=North');
    expect(await page.locator('.call-list > li').count()).toBe(1);
    await page.goto(`${serving.url}/calls`);
    await page.locator('.call-list > li').first().waitFor();
    expect(await page.locator('.call-list > li').count()).toBe(1);
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
      'Calls',
      'Reports',
    ]);
    await page.getByLabel('Signed in as Carol Coach').click();
    await page.getByText('Coach · North').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(`${serving.url}/calls`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }, 90_000);

  it('lets an administrator add somebody, who can then sign in, and disable them again', async () => {
    const page = await openPage('/users');
    await signIn(page, 'ada');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Login').fill('mona');
    await page.getByLabel('Name').fill('Mona <b>Manager</b>');
    await page.getByText('Manager', { exact: true }).click();
    await page.getByLabel('Teams').fill('North, 电销一部');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row', { name: /Mona <b>Manager/ });
    await row.getByText('North, 电销一部').waitFor();
    const other = await openPage('/sign-in');
    await signIn(other, 'mona');
    await other.getByLabel('Signed in as Mona <b>Manager</b>').waitFor();
    await page.getByRole('button', { name: /^Mona/ }).click();
    await page.getByRole('switch', { name: 'Let this person in no longer' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Disabled').waitFor();
    await other.reload();
    await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  }, 90_000);

  it('starts an auditor with the audit, which is checked and looked through', async () => {
    const page = await openPage('/sign-in');
    await signIn(page, 'otto');
    await page.getByRole('heading', { name: 'Audit' }).waitFor();
    await page.getByRole('button', { name: 'Check the whole audit' }).click();
    await page.getByText(/rows, whole/).waitFor();
    await page.getByLabel('Action').fill('signed-in');
    await page.getByLabel('Action').press('Enter');
    await page.waitForURL(/action=signed-in/);
    await page
      .getByRole('row', { name: /Otto Auditor/ })
      .first()
      .waitFor();
    await page.getByRole('row', { name: /audit-checked/ }).waitFor({ state: 'detached' });
    await page.goto(`${serving.url}/users`);
    await page.getByRole('alert').waitFor();
  }, 90_000);

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`have no grave accessibility fault in ${colorScheme}`, async () => {
      const page = await openPage('/sign-in', { colorScheme });
      await page.getByLabel('Password').waitFor();
      expect(await findGrave(page)).toEqual([]);
      await signIn(page, 'ada');
      await page.getByLabel('Signed in as Ada Admin').click();
      expect(await findGrave(page)).toEqual([]);
      await page.goto(`${serving.url}/users`);
      await page.getByRole('table').waitFor();
      expect(await findGrave(page)).toEqual([]);
      await page.getByRole('button', { name: 'Carol Coach' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await findGrave(page)).toEqual([]);
      await page.goto(`${serving.url}/audit`);
      await page.getByRole('table').waitFor();
      expect(await findGrave(page)).toEqual([]);
    }, 90_000);
  }

  it('are in Chinese, and fit a phone', async () => {
    const page = await openPage('/sign-in?to=%2Fusers', {
      locale: 'zh-CN',
      viewport: { width: 360, height: 740 },
    });
    await page.getByLabel('登录名').fill('ada');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '人员' }).waitFor();
    await page.getByRole('cell', { name: '管理员' }).waitFor();
    for (const path of ['/users', '/audit', '/sign-in']) {
      await page.goto(serving.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const isWide = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect([path, isWide]).toEqual([path, false]);
    }
  }, 90_000);
});
