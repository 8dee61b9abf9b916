import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFfmpegAudio } from '../../src/adapters/ffmpeg-audio.ts';
import { folderRecordings } from '../../src/adapters/folder-recordings.ts';
import { type Serving, serveApp } from '../../src/api/serve.ts';
import type { NormalizedRecording } from '../../src/domain/recording.ts';
import type { Roles } from '../../src/domain/scoring-input.ts';
import { fetchRecording } from '../../src/stages/fetch-recording.ts';
import { normalizeAudio } from '../../src/stages/normalize-audio.ts';
import { type MadeApp, makeApp } from '../api/made-app.ts';
import { origin, recordingAt } from '../store/scored-calls.ts';
import { buildPages } from './build-pages.ts';
import { scorecards } from './fixture-calls.ts';
import { englishTranscript } from './fixture-english.ts';
import { acousticsOf } from './fixture-parts.ts';
import { chromiumPath, openBrowser } from './open-browser.ts';
import { readPlayback } from './review-session.ts';

const samples = fileURLToPath(new URL('../../samples/calls', import.meta.url));
const roles: Roles = { agent: 'left', customer: 'right', from: 'opening', confidence: 0.93, isCertain: true };

async function normalizeSample(made: MadeApp, workDir: string): Promise<NormalizedRecording> {
  const source = folderRecordings(samples);
  const ref = await source.find('en-01-full-service.mp3');
  if (ref === null) throw new Error('the sample is gone');
  const recording = await fetchRecording(source, ref, join(workDir, 'fetched'));
  const audio = await createFfmpegAudio({ ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', workDir });
  return normalizeAudio(recording, { audio, artifacts: made.artifacts, workDir });
}

async function publishCall(made: MadeApp, recording: NormalizedRecording): Promise<string> {
  const { id } = await made.store.calls.saw(recordingAt('2026/03/通话 1+1.mp3'));
  const metadata = {
    version: 1 as const,
    callId: 'call-1',
    agent: { id: 'a-07', name: 'Dana Reed', team: 'North' },
  };
  await made.store.calls.describe(id, { metadata, provenance: {}, problems: [] });
  await made.store.notes.put(id, { version: 1, text: 'Sent the form.', fields: {} }, 'file');
  const card = scorecards.get(1);
  if (!card) throw new Error('the fixture is gone');
  const { meta: _, ...scorecard } = card;
  await made.store.scorecards.publish(id, {
    scorecard,
    origin,
    facts: {
      language: 'en',
      durationMs: recording.durationMs,
      layout: 'two-party',
      roles,
      recording,
      transcript: englishTranscript,
      transcription: null,
      acoustics: { ...acousticsOf(englishTranscript), flags: [] } as never,
    },
  });
  return id;
}

// left out, with this reason, only where the machine has no Chromium
describe.skipIf(chromiumPath === undefined)('the pages on the real server, with a decoded recording', () => {
  let made: MadeApp;
  let serving: Serving;
  let workDir: string;
  let page: Page;
  let id: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    workDir = await mkdtemp(join(tmpdir(), 'earmark-web-'));
    made = await makeApp();
    id = await publishCall(made, await normalizeSample(made, workDir));
    const app = made.with({ pagesDir: await buildPages(), localUser: 'reviewer' });
    serving = await serveApp(app, { host: '127.0.0.1', port: 0 });
    page = await (await openBrowser()).newPage({ locale: 'en-GB' });
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  }, 180_000);
  afterAll(async () => {
    await page?.context().browser()?.close();
    await serving?.close(0);
    await made?.[Symbol.asyncDispose]();
    await rm(workDir, { recursive: true });
  });

  it('sign the local user in and list the call', async () => {
    await page.goto(`${serving.url}/calls`);
    const row = page.locator('.call-list > li').first();
    await row.waitFor();
    expect(await row.innerText()).toContain('Dana Reed');
    await page.goto(`${serving.url}/calls?q=${encodeURIComponent('1+1')}&team=North&from=2020-01-01`);
    await page.getByText(/shown/).first().waitFor();
  });

  it('draw both lanes and play the moment of a quote', async () => {
    await page.goto(`${serving.url}/calls/${id}`);
    await page.locator('.criterion').first().waitFor();
    await page.locator('.waveform-canvas > div').first().waitFor();
    expect(await page.locator('.lane-name').allInnerTexts()).toEqual(['Agent', 'Customer']);
    const start = Date.now();
    await page.getByRole('button', { name: /Play You really should take it now/ }).click();
    await expect
      .poll(async () => (await readPlayback(page)).seconds, { timeout: 8_000, interval: 20 })
      .toBeGreaterThan(30.5);
    console.log(`click on evidence to moving sound ${Date.now() - start} ms`);
    expect((await readPlayback(page)).seconds).toBeLessThan(32.6);
  });

  it('keep the old scorecard when the roles are swapped', async () => {
    await page.getByRole('tab', { name: 'About' }).click();
    await page.getByRole('button', { name: 'Swap agent and customer' }).click();
    await page.getByLabel('Reason').fill('The right side greets.');
    await page.getByRole('button', { name: 'Swap and score again' }).click();
    await page.getByText('agent and customer swapped').waitFor();
    expect(await page.locator('.history > li').count()).toBe(2);
    expect(await made.store.roles.current(id)).toMatchObject({ agent: 'right', by: 'reviewer' });
    await page.locator('.history').getByRole('link', { name: 'Show' }).click();
    await page.getByText('You are looking at an earlier scorecard.').waitFor();
  });

  it('file a note', async () => {
    await page.getByRole('tab', { name: 'Note' }).click();
    await page.getByRole('button', { name: 'Edit the note' }).click();
    await page.getByLabel('Outcome').fill('calls back on Friday');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The note is saved').waitFor();
    expect((await made.store.notes.current(id))?.note.fields.outcome).toBe('calls back on Friday');
  });

  it('break no content policy', () => {
    expect(complaints).toEqual([]);
  });
});
