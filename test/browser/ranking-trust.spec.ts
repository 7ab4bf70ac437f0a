import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { discussTexts, webTexts } from '@fordela/wording';
import { expectAccessible } from '../support/accessible';
import { openBrowser, temporaryFolder } from '../support/browser';
import { RunningService } from '../support/running-service';

jest.setTimeout(240_000);

const texts = webTexts.sv;
const say = discussTexts.sv;
const shots = resolve(__dirname, '../../reports/screens');

describe('how far a ranking can be trusted, as a funding officer sees it', () => {
  const folder = temporaryFolder('trust');
  let service: RunningService;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    service = await RunningService.start(join(folder, 'data'));
    browser = await openBrowser();
    context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1366, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    // One answer, which takes its time, for all that is looked at below.
    await page.goto(service.url);
    await section().getByRole('button', { name: texts.askTrust }).click();
    await section().getByRole('status', { name: say.discussTitle }).waitFor({ timeout: 90_000 });
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const section = () => page.getByRole('region', { name: texts.trustTitle });
  const open = (title: string) => section().locator('summary', { hasText: title }).click();

  it('says first what to take up: whom the ratings cannot place, the pair at the line, who is strict and by how much', async () => {
    const discuss = await section().getByRole('status', { name: say.discussTitle }).innerText();
    expect(discuss).toContain('Betygen kan inte säga på vilken sida om strecket de hör: ”');
    expect(discuss).toMatch(
      /ligger på var sin sida om strecket\. Så lite räcker .*: [\d,]+ procentenheter vikt flyttas från ”/,
    );
    expect(discuss).toMatch(
      /Granskare 4 bedömer hårdare än de andra: 0,08 lägre på skalan 0–1, i 19 jämförda ansökningar/,
    );
  });

  it('shows what each contested application is contested about', async () => {
    const rows = section().getByRole('table', { name: texts.contestedTitle }).locator('tbody tr');
    expect(await rows.count()).toBe(10);
    for (const row of await rows.all()) expect(await row.innerText()).toMatch(/Mest om ”.+”: betyg \d–\d/);
  });

  it('shows every reviewer beside the others when asked, with how sure that is', async () => {
    await open(say.reviewersTitle);
    const table = section().getByRole('table', { name: say.reviewersTitle });
    expect(await table.locator('tbody tr').count()).toBe(7);
    const strict = await table.getByRole('row', { name: /^Granskare 4/ }).innerText();
    expect(strict).toMatch(/−0,08\s+\(−0,11 till −0,04\)\s+hårdare\s+19/);
    // Nobody else can be told from the others: their intervals hold 0.
    expect(await table.getByText(say.stances.neither).count()).toBe(6);
    // What is shown as 0 has no sign.
    expect(await table.getByRole('row', { name: /^Granskare 6/ }).innerText()).toMatch(/^Granskare 6\s+0\s/);
  });

  it('shows the pairs at the line first, what little would turn them, and all pairs when asked', async () => {
    await open(say.pairsTitle);
    const first = section().getByRole('table', { name: say.pairsTitle });
    expect(await first.locator('tbody tr').count()).toBe(5);
    expect(await first.locator('tbody tr').first().innerText()).toMatch(
      /10–11\s+vid strecket[\s\S]*0,4 procentenheter/,
    );
    await open(say.pairsAll(41));
    const all = section().getByRole('table', { name: say.pairsAll(41) });
    expect(await all.locator('tbody tr').count()).toBe(41);
    expect(await all.getByText(/De har samma poäng/).count()).toBe(1);
  });

  it('tries another weight against the line', async () => {
    await open(say.tryTitle);
    const weight = section().getByLabel(say.tryWeight);
    await weight.fill('130');
    await section().getByRole('button', { name: say.tryAsk }).click();
    await section().getByText(say.tryWrong).waitFor();
    expect(await weight.getAttribute('aria-invalid')).toBe('true');
    await weight.fill('30');
    await section().getByRole('button', { name: say.tryAsk }).click();
    const answer = section().getByRole('status', { name: say.tryTitle });
    await answer.getByText(/^Från 20\s%/).waitFor();
    expect(await answer.innerText()).toMatch(/över strecket kommer ”.+”, och ”.+” hamnar under\. \d+ byter plats\./);
    await weight.fill('20');
    await section().getByRole('button', { name: say.tryAsk }).click();
    await answer.getByText(/ingen byter plats\.$/).waitFor();
  });

  it('can be read by everybody with all of it open, wide and narrow, and complains of nothing', async () => {
    await expectAccessible(page, shots, 'ranking-trust', [1366, 390]);
    expect(complaints).toEqual([]);
  });
});
