import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveApp } from '../../src/api/serve.ts';
import type { Standard } from '../../src/domain/standard.ts';
import { type MadeApp, makeApp } from '../api/made-app.ts';
import { buildPages } from './build-pages.ts';
import { chromiumPath, openBrowser } from './open-browser.ts';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const criterion = (id: string, kind: string, en: string, zh: string) =>
  ({
    id,
    kind,
    title: { en, zh },
    weight: 1,
    critical: false,
    clauses: [],
  }) as unknown as Standard['criteria'][number];
const SPAN = 'from=2026-03-01&to=2026-03-31';

async function findGrave(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource);
  const violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] =
    await page.evaluate('axe.run().then((result) => result.violations)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

// left out, with this reason, only where the machine has no Chromium
describe.skipIf(chromiumPath === undefined)('the reports, on the real server in a browser', () => {
  let made: MadeApp;
  let serving: Serving;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    made = await makeApp();
    await made.store.reportKeeping.countIn('Asia/Shanghai');
    const [standard] = made.deps.standards;
    if (standard === undefined) throw new Error('no standard');
    for (let index = 0; index < 36; index++) {
      const day = index < 34 ? '02' : '09';
      await made.addCall({
        team: '<img src=x onerror=alert(1)>',
        startedAt: `2026-03-${day}T10:${String(index).padStart(2, '0')}:00+08:00`,
        verdicts: { greeting: index % 9 === 0 ? 'unmet' : 'met', needs: 'not-assessable' },
      });
    }
    const criteria = [
      criterion('greeting', 'opening', 'Greets', '问候'),
      criterion('needs', 'needs-discovery', 'Asks the need', '询问需求'),
    ];
    const app = made.with({
      standards: [{ ...standard, criteria }],
      pagesDir: await buildPages(),
      localUser: 'manager',
    });
    serving = await serveApp(app, { host: '127.0.0.1', port: 0 });
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await serving?.close(0);
    await made?.[Symbol.asyncDispose]();
  });

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog opened')));
    await page.goto(serving.url + path);
    return page;
  };

  it('lead a manager from a fall in a chart to the calls, and to a file', async () => {
    const page = await open(`/reports/compliance?criterion=greeting&${SPAN}`);
    await page.getByRole('img', { name: /Share of calls/ }).waitFor();
    const table = page.getByRole('region', { name: /Share of calls/ });
    const rows = await table.locator('tbody tr').allInnerTexts();
    expect(rows[0]).toMatch(/2026-03-02.*30 of 34.*88%/s);
    expect(rows[1]).toMatch(/2026-03-09.*2 of 2/s);
    // two calls are no percentage
    expect(rows[1]).not.toContain('%');
    await page.getByText('No limits yet').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('earmark-compliance.csv');
    await table.getByRole('link', { name: 'unmet calls from 2026-03-02' }).click();
    await page.waitForURL(/reports\/calls/);
    const calls = page.getByRole('region', { name: 'Calls behind a point' });
    await calls.waitFor();
    expect(await calls.locator('tbody tr').count()).toBe(4);
    await calls.getByRole('link').first().click();
    await page.waitForURL(/\/calls\/[0-9a-f-]{36}/);
    await page.context().close();
  });

  it('keep filters in the address over a reload, in both languages', async () => {
    const page = await open(`/reports/compliance?${SPAN}`);
    await page.getByLabel('Criterion', { exact: true }).selectOption('needs');
    await page.waitForURL(/criterion=needs/);
    await page.reload();
    await page.getByText(/Not assessable: Said/).waitFor();
    expect(await page.getByLabel('Criterion', { exact: true }).inputValue()).toBe('needs');
    await page.context().close();
    const chinese = await open(`/reports/agents?${SPAN}`, { locale: 'zh-CN' });
    await chinese.getByText('不按符合率排名').waitFor();
    await chinese.context().close();
  });

  for (const name of [
    'agents',
    'assessment',
    'daily',
    'follow-ups',
    'collisions',
    'problems',
    'voice-mail',
  ]) {
    it(`show ${name}, or say that there is nothing`, async () => {
      const page = await open(`/reports/${name}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.report-table, [role=status]:not([aria-busy])').first().waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.context().close();
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`have no grave accessibility fault in ${colorScheme}`, async () => {
      for (const path of [
        `compliance?criterion=greeting&${SPAN}`,
        `agents?${SPAN}`,
        'daily?day=2026-03-02',
      ]) {
        const page = await open(`/reports/${path}`, { colorScheme });
        await page.locator('.report-table').first().waitFor();
        expect(await findGrave(page)).toEqual([]);
        await page.context().close();
      }
    }, 120_000);
  }

  it('say so when the server does not answer', async () => {
    const page = await open(`/reports/daily?day=2026-03-02`);
    await page.locator('.report-table').first().waitFor();
    await page.route('**/api/v1/reports/**', (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.getByLabel('Day').fill('2026-03-09');
    await page.getByRole('alert').waitFor();
    await page.context().close();
  });

  it('raise no error and run no text', () => {
    expect(complaints).toEqual([]);
  });
});
