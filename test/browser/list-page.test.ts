import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixtureId } from './fixture-calls.ts';
import { chromiumPath } from './open-browser.ts';
import { type ReviewSession, startReviewSession } from './review-session.ts';

// left out, with this reason, only where the machine has no Chromium
describe.skipIf(chromiumPath === undefined)('the list of calls, in a browser', () => {
  let session: ReviewSession;
  beforeAll(async () => {
    session = await startReviewSession();
  }, 120_000);
  afterEach(() => session.closePages());
  afterAll(() => session[Symbol.asyncDispose]());

  it('shows the total with its coverage, verdicts in words, and why a person is needed', async () => {
    const page = await session.openPage('/calls');
    const row = page.locator('.call-list > li').first();
    await row.waitFor();
    const text = await row.innerText();
    expect(text).toContain('41%');
    expect(text).toContain('coverage 85%');
    expect(text).toContain('1 critical failure');
    expect(text).toContain('Evidence could not be verified: Note');
    expect(await row.locator('.strip-chip').nth(2).textContent()).toContain(
      'No pushy selling: Not met (Critical)',
    );
  });

  it('says of each call what keeps it from a total', async () => {
    const page = await session.openPage('/calls');
    const rows = page.locator('.call-list > li');
    await rows.first().waitFor();
    const texts = await rows.allInnerTexts();
    expect(texts[2]).toMatch(/no total\s+coverage 0%/);
    expect(texts[2]).toContain('Unsure who is the agent: Greeting · Tone · No pushy selling +3');
    expect(texts[3]).toContain('In work');
    expect(texts[4]).toContain('Failed while decoding');
    expect(texts[4]).toContain('convert it with ffmpeg');
    expect(texts[5]).toContain('Duplicate');
    expect(texts[6]).toContain('Less than ten seconds of talk.');
  });

  it('keeps filters in the address, asks the API for them, and reads them back after a reload', async () => {
    const page = await session.openPage('/calls');
    await page.getByLabel('Team').selectOption('华东');
    await page.getByText('Needs a person', { exact: true }).first().click();
    await page.getByRole('button', { name: 'More filters' }).click();
    await page.getByLabel('Criterion').selectOption('greeting');
    await page.getByLabel('Verdict', { exact: true }).selectOption('unmet');
    await page.getByLabel('From').fill('2026-03-02');
    await page.getByLabel('Search').fill('wang 50%');
    await page.waitForURL(/q=wang/);
    const search = new URL(page.url()).searchParams;
    expect(Object.fromEntries(search)).toEqual({
      team: '华东',
      needsPerson: 'true',
      criterion: 'greeting',
      verdict: 'unmet',
      from: '2026-03-02',
      q: 'wang 50%',
    });
    await page.getByText('No call matches these filters').waitFor();
    const asked = session.server.seen.findLast(({ url }) => url.pathname === '/api/v1/calls')?.url
      .searchParams;
    expect(asked?.get('verdict')).toBe('greeting:unmet');
    expect(asked?.get('q')).toBe('wang 50%');
    await page.reload();
    expect(await page.getByLabel('Team').inputValue()).toBe('华东');
    expect(await page.getByLabel('From').inputValue()).toBe('2026-03-02');
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await page.locator('.call-list > li').first().waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('ignores what does not belong in the address', async () => {
    const page = await session.openPage('/calls?status=nonsense&from=yesterday&cursor=9&role=admin');
    await page.locator('.call-list > li').first().waitFor();
    const asked = session.server.seen.findLast(({ url }) => url.pathname === '/api/v1/calls')?.url.search;
    expect(asked).toBe('');
  });

  it('loads more calls on demand, each once', async () => {
    const page = await session.openPage('/calls');
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('67 calls shown').waitFor();
    const links = await page
      .locator('.row-link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(new Set(links).size).toBe(67);
  });

  it('asks again by itself while a call is in work', async () => {
    const page = await session.openPage('/calls');
    await page.locator('.call-list > li').first().waitFor();
    const countLists = () => session.server.seen.filter(({ url }) => url.pathname === '/api/v1/calls').length;
    const before = countLists();
    await expect.poll(countLists, { timeout: 10_000 }).toBeGreaterThan(before);
  });

  it('says what failed and recovers on another try', async () => {
    session.server.failListsWith = 409;
    const page = await session.openPage('/calls');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('the database is away');
    session.server.failListsWith = null;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.call-list > li').first().waitFor();
  });

  it('opens a call by its row, and comes back to the same filters', async () => {
    const page = await session.openPage('/calls?language=en');
    await page.locator('.row-link').first().click();
    await page.waitForURL(`**/calls/${fixtureId(1)}`);
    await page.getByRole('heading', { level: 1, name: 'Dana Reed' }).waitFor();
    await page.goBack();
    await page.locator('.call-list > li').first().waitFor();
    expect(new URL(page.url()).search).toBe('?language=en');
  });
});
