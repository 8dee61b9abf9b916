import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixtureId } from './fixture-calls.ts';
import { chromiumPath } from './open-browser.ts';
import { type ReviewSession, startReviewSession } from './review-session.ts';

const fire = 'globalThis.hasFired=1';
const payloads = [
  `<script>${fire}</script>`,
  `<img src=x onerror="${fire}">`,
  `<svg onload="${fire}">`,
  `"><iframe srcdoc="<script>parent.${fire}</script>">`,
  `javascript:${fire}`,
  `<a href="javascript:${fire}">go</a>`,
  `<details open ontoggle=${fire}>`,
  `<style>@import 'http://127.0.0.1:9/x';</style>`,
  `</title><script>${fire}</script>`,
  `{{constructor.constructor('${fire}')()}}`,
  `[go](javascript:${fire})`,
  '\u001b[31mred\u001b[0m \u202egnirts\u202c \u0000',
  '=HYPERLINK("http://127.0.0.1:9")',
].join(' ');

/** Values the pages steer by: slugs, ids, hashes and times; everything else is text that somebody wrote. */
const steering = /^([a-z][a-z0-9-]*(\.[a-z0-9-]+)*|[0-9a-f-]{36}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/;
const written = new Set([
  'callId',
  'customerId',
  'key',
  'source',
  'detail',
  'type',
  'value',
  'team',
  'name',
  'stage',
]);

function poison(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return !written.has(name) && steering.test(value) ? value : payloads;
  if (Array.isArray(value)) return value.map((entry) => poison(entry, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, poison(entry, key)]));
}

// left out, with this reason, only where the machine has no Chromium
describe.skipIf(chromiumPath === undefined)('hostile text in every field, in a browser', () => {
  let session: ReviewSession;
  beforeAll(async () => {
    session = await startReviewSession();
    session.server.disturb = (body) => poison(body);
  }, 120_000);
  afterEach(() => session.closePages());
  afterAll(() => session[Symbol.asyncDispose]());

  const harmless = `globalThis.hasFired === undefined &&
    document.querySelector('main iframe, main script, main img, main style, [href^="javascript:"], [onerror]') === null`;

  it('stays text in the list and its filters', async () => {
    const page = await session.openPage(
      `/calls?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}&team=${encodeURIComponent(`<script>${fire}</script>`)}`,
    );
    await page.getByLabel('Search').waitFor();
    await page.goto(`${session.server.url}/calls`);
    await page.locator('.call-list > li').first().waitFor();
    expect(await page.locator('.row-link').first().textContent()).toContain('<script>');
    expect(await page.evaluate(harmless)).toBe(true);
  });

  it('stays text on the page of a call, in every tab and in its title', async () => {
    const page = await session.openPage(`/calls/${fixtureId(1)}`);
    await page.locator('.criterion').first().waitFor();
    expect(await page.title()).toContain('<script>');
    for (const summary of await page.locator('.found-events summary').all()) await summary.click();
    expect(await page.locator('.turn').first().textContent()).toContain('<svg onload=');
    for (const name of ['Criteria', 'Overlaps', 'Note', 'About']) {
      await page.getByRole('tab', { name }).click();
      expect(await page.evaluate(harmless)).toBe(true);
    }
    expect(await page.locator('.about-block').first().isVisible()).toBe(true);
  });

  it('stays text in errors', async () => {
    const page = await session.openPage(`/calls/${fixtureId(5)}`);
    await page.getByText('This call could not be finished').waitFor();
    expect(await page.evaluate(harmless)).toBe(true);
  });

  it('makes the pages break nothing and ask nobody else', () => {
    expect(session.complaints).toEqual([]);
  });
});
