import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { webTexts } from '@fordela/wording';
import { openBrowser, temporaryFolder } from '../support/browser';
import { RunningService } from '../support/running-service';

jest.setTimeout(120_000);

const texts = webTexts.sv;
const shots = resolve(__dirname, '../../reports/screens');

describe('the page, as its users see it', () => {
  const folder = temporaryFolder('browser');
  let service: RunningService;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const strays: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    service = await RunningService.start(join(folder, 'data'));
    browser = await openBrowser();
  });

  beforeEach(async () => {
    context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1366, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('request', (request) => {
      if (!request.url().startsWith(service.url) && !request.url().startsWith('data:')) strays.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });

  afterEach(async () => {
    await context.close();
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string): Promise<void> {
    await page.goto(service.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** No accessibility violation, no sideways scroll: at the widths of a desk, a tablet and a phone. */
  async function expectAccessible(name: string): Promise<void> {
    for (const width of [1366, 820, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map((violation) => `${width}: ${violation.id} ${violation.nodes[0]?.html}`)).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: width === 1366 });
    }
    await page.setViewportSize({ width: 1366, height: 900 });
  }

  it('shows the 42 applications with scores and says that they are an example', async () => {
    await open('/');
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('note').innerText()).toContain('påhittade');
    expect(await page.locator('main table > tbody > tr').count()).toBe(42);
    expect(await page.title()).toContain('Fördela');
    await expectAccessible('applications');
  });

  it('re-ranks at once when a weight is moved by keyboard, and comes back to the decided weights', async () => {
    await open('/');
    const firstTitle = () => page.locator('main table > tbody > tr > th').first().innerText();
    const before = await firstTitle();
    const slider = page.getByRole('slider', { name: /Resiliens/ });
    await slider.focus();
    await slider.press('End');
    await page.getByText(/Ny ordning:/).waitFor();
    expect(await firstTitle()).not.toBe(before);
    await page.getByRole('button', { name: texts.resetWeights }).click();
    expect(await firstTitle()).toBe(before);
  });

  it('opens an application’s criteria and findings', async () => {
    await open('/');
    await page.getByRole('button', { name: /SRM-26-036|skärgårdens/ }).click();
    await page.getByText('alltså 60 procent').waitFor();
    await expectAccessible('application-open');
  });

  it('gives the proven best allocation at every split, keeps the split in the address, and saves it as a scenario', async () => {
    await open('/fordelning?andel=35');
    await page.getByRole('img', { name: texts.frontierTitle }).waitFor({ timeout: 60_000 });
    expect(await page.getByText(texts.proven).first().isVisible()).toBe(true);
    const slider = page.getByRole('slider', { name: new RegExp(texts.regionShare) });
    await slider.focus();
    await slider.press('ArrowRight');
    await page.waitForURL(/andel=36/);
    await expectAccessible('allocation');
    for (const [share, name] of [
      [35, 'Trettiofem procent'],
      [60, 'Sextio procent'],
    ] as const) {
      await page.goto(`${service.url}/fordelning?andel=${share}`);
      await page.getByLabel(texts.scenarioName).fill(name);
      await page.getByRole('button', { name: texts.save, exact: true }).click();
      await page.getByText(texts.saved(name)).waitFor({ timeout: 60_000 });
    }
  });

  it('puts two scenarios side by side', async () => {
    await open('/scenarier');
    await page.getByRole('heading', { name: 'Trettiofem procent' }).first().waitFor();
    expect(await page.getByText(texts.shareByOwner).isVisible()).toBe(true);
    await expectAccessible('scenarios');
  });

  it('previews the officer’s spreadsheet per cell, saves it, and changes nothing the second time', async () => {
    const file = resolve(__dirname, '../../demo/data/ansokningar-sv.csv');
    await open('/las-in');
    await page.getByLabel(texts.chooseFile).setInputFiles(file);
    await page.getByRole('heading', { name: texts.preview }).waitFor();
    expect(await page.getByText('«1,5 mkr»').first().isVisible()).toBe(true);
    expect(await page.getByText('«ca 800 000»').first().isVisible()).toBe(true);
    await expectAccessible('intake');
    await page.getByRole('button', { name: /^Spara \d+ rader$/ }).click();
    await page.getByText(/^Sparat:/).waitFor();
    await page.getByLabel(texts.chooseFile).setInputFiles([]);
    await page.getByLabel(texts.chooseFile).setInputFiles(file);
    await page.getByRole('button', { name: /^Spara \d+ rader$/ }).click();
    await page.getByText(/^Sparat: 0 nya, 0 ändrade/).waitFor();
  });

  it('lets an officer override a finding with a reason, and says when one is missing', async () => {
    await open('/');
    await page.getByRole('button', { name: /SRM-26-036|skärgårdens/ }).click();
    await page.getByText(texts.gateBlocked).waitFor();
    await page.getByText(texts.ruleBehind).first().click();
    expect(await page.getByText('2003:596').first().isVisible()).toBe(true);
    await page.getByLabel(texts.yourName).fill('Handläggare H');
    await page.getByText(texts.reviewThis).first().click();
    await page.getByRole('button', { name: texts.overrideFinding }).click();
    await page.getByText('Ange skäl').or(page.getByText(/skäl/i)).first().waitFor();
    await page.getByLabel(texts.reason, { exact: true }).first().fill('Rättad finansieringsplan finns i ärendet.');
    await page.getByRole('button', { name: texts.overrideFinding }).click();
    await page.getByText(texts.gateOpen).waitFor();
    expect(await page.getByText('Rättad finansieringsplan finns i ärendet.').isVisible()).toBe(true);
    await expectAccessible('gate');
  });

  it('records a decision and payments, and says what the rules do not allow', async () => {
    await open('/');
    await page.getByRole('button', { name: texts.details('Lättviktigt projektstöd Sörmland') }).click();
    await page.getByText(texts.notDecided).waitFor();
    await page.getByText(texts.recordDecision).first().click();
    const form = (summary: string) => page.getByRole('group').filter({ hasText: summary });
    const decision = form(texts.recordDecision);
    const event = form(texts.recordEvent);
    await decision.getByLabel(texts.decisionFields.decidedBy).fill('Regionala utvecklingsnämnden');
    await decision.getByLabel(texts.decisionFields.recordedBy).fill('Handläggare H');
    await decision.getByLabel(texts.kronorIn(2027)).fill('9 000 000');
    await decision.getByRole('button', { name: texts.record }).click();
    await page.getByText(/är mer än de .* som söks/).waitFor();
    await decision.getByLabel(texts.kronorIn(2027)).fill('1 000 000');
    await decision.getByRole('button', { name: texts.record }).click();
    const account = page.getByRole('table', { name: texts.grantAccount });
    await account.waitFor();
    await page.getByText(texts.recordEvent).first().click();
    await event.getByLabel(texts.decisionFields.recordedBy).fill('Handläggare H');
    await event.getByLabel(texts.eventFields.paidSek).fill('400 001');
    await event.getByRole('button', { name: texts.record }).click();
    await page.getByText(/Högst 400.000.kr får lämnas/).waitFor();
    await event.getByLabel(texts.eventFields.paidSek).fill('400 000');
    await event.getByRole('button', { name: texts.record }).click();
    await account
      .getByText(/^400.000.kr$/)
      .first()
      .waitFor();
    await expectAccessible('money');
  });

  it('gives a reason for every yes and no at a split', async () => {
    await open('/fordelning?andel=35');
    await page.getByText(texts.reasonsTitle).click();
    await page
      .getByText(/I dess plats står/)
      .first()
      .waitFor({ timeout: 60_000 });
    expect(
      await page
        .getByText(/skulle ansökan komma med/)
        .first()
        .isVisible(),
    ).toBe(true);
    await expectAccessible('reasons');
  });

  it('shows the envelope in its two numbers, for a scenario', async () => {
    await open('/ramen');
    await page.getByText(texts.envelopePayments).first().waitFor();
    await page.getByLabel(texts.envelopeBasis).selectOption({ label: `${texts.scenario}: Trettiofem procent` });
    await page.getByText(/Pengarna räcker alla år/).waitFor();
    const own = page.getByRole('table', { name: texts.ownerSharesTitle });
    await own.getByRole('row', { name: /^2021/ }).getByText('43,1').first().waitFor();
    await expectAccessible('envelope');
  });

  it('recomputes the published examples when asked', async () => {
    await open('/regler');
    await page.getByText(texts.selfTestTitle).click();
    const answer = page.getByText(/^Återger (\d+) av \1 publicerade exempel\.$/);
    await answer.waitFor({ timeout: 60_000 });
  });

  it('lists every rule with its dates, figures and source, and finds one by its law', async () => {
    await open('/regler');
    await page.getByRole('heading', { name: 'Förskott' }).waitFor();
    await page.getByLabel(texts.searchRules).fill('400000');
    await page.getByText('400 000 kr').first().waitFor();
    expect(await page.getByText('2003:596').first().isVisible()).toBe(true);
    await expectAccessible('rules');
  });

  it('gives the call as a spreadsheet to download', async () => {
    await open('/las-in');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: texts.exportXlsx }).click();
    expect((await downloading).suggestedFilename()).toBe('CALL-2026-V-ansokningar.xlsx');
  });

  it('speaks English and keeps it from screen to screen', async () => {
    await open('/');
    await page.getByRole('button', { name: texts.otherLanguage }).click();
    await page.getByRole('heading', { level: 1, name: webTexts.en.applicationsTitle }).waitFor();
    await page.getByRole('link', { name: webTexts.en.navAllocation }).click();
    await page.getByRole('heading', { level: 1, name: webTexts.en.allocationTitle }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('asked nobody else for anything, and the console stayed silent', () => {
    expect(strays).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
