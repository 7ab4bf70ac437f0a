import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { horizonTexts, webTexts } from '@fordela/wording';
import { expectAccessible } from '../support/accessible';
import { openBrowser, temporaryFolder } from '../support/browser';
import { RunningService } from '../support/running-service';

jest.setTimeout(240_000);

const texts = webTexts.sv;
const shots = resolve(__dirname, '../../reports/screens');

describe('the screens of steering, as their users see them', () => {
  const folder = temporaryFolder('screens');
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

  describe('horizon', () => {
    const say = horizonTexts.sv;

    it('shows calls on a time axis and the same days in a table, and warns of short lead times in words', async () => {
      await open('/utblick');
      await page.getByRole('img', { name: say.axisTitle }).waitFor();
      const call = page.getByRole('table', { name: say.callsTitle }).getByRole('row', { name: /Utlysning 1:1-medel/ });
      expect(await call.innerText()).toMatch(/2026-03-31[\s\S]*2026-02-01[\s\S]*2025-09-15/);
      const leads = page.locator('#lead-times table');
      expect(await leads.getByRole('row', { name: /Gnesta/ }).innerText()).toMatch(/Kort\s+1\s+2026-02-03/);
      expect(await leads.getByRole('row', { name: /Nyköping/ }).innerText()).toContain(say.leadEnough);
      expect(await leads.getByText(say.leadShort, { exact: true }).count()).toBe(3);
      await expectAccessible(page, shots, 'horizon');
    });

    it('notes a signal, says what is wrong beside the field, and loses nothing that was written', async () => {
      await open('/utblick');
      await page.getByText(say.newSignal).click();
      const form = page.locator('#signals form').first();
      await form.getByLabel(say.fields.title).fill('Vinnova öppnar för små kommuner');
      await form.getByLabel(say.fields.source).fill('vinnova.se');
      await form.getByLabel(say.fields.link).fill('vinnova');
      await form.getByLabel(say.fields.importance).selectOption('5');
      await form.getByLabel(say.fields.readiness).selectOption('3');
      await form.getByRole('button', { name: say.save }).click();
      await form.getByText(/är ingen webbadress/).waitFor();
      const link = form.getByLabel(say.fields.link);
      expect(await link.getAttribute('aria-invalid')).toBe('true');
      await form.locator('input[type="url"]:focus').waitFor();
      expect(await form.getByLabel(say.fields.title).inputValue()).toBe('Vinnova öppnar för små kommuner');
      await expectAccessible(page, shots, 'horizon-refused', [1366]);
      await link.fill('https://www.vinnova.se/utlysningar');
      await form.getByRole('button', { name: say.save }).click();
      await page.getByText(say.signalSaved('Vinnova öppnar för små kommuner')).waitFor();
      await page.locator('#signals .entries').getByText('Vinnova öppnar för små kommuner').waitFor();
      const row = page.getByRole('table', { name: say.matrixTitle }).getByRole('row', { name: /Vinnova/ });
      expect(await row.innerText()).toContain(say.quadrants.do_now);
    });

    it('goes between the points of the matrix by arrow keys and moves a line by keyboard', async () => {
      await open('/utblick');
      const points = page.getByRole('listbox', { name: say.matrixTitle }).getByRole('option');
      await points.first().waitFor();
      await points.first().focus();
      await page.keyboard.press('ArrowRight');
      expect(await points.nth(1).getAttribute('aria-selected')).toBe('true');
      const table = page.getByRole('table', { name: say.matrixTitle });
      const ready = table.getByText(say.quadrants.do_now, { exact: true });
      const before = await ready.count();
      const slider = page.getByRole('slider', { name: new RegExp(say.readinessLine) });
      await slider.focus();
      await slider.press('End');
      await table.getByText(say.quadrants.do_now, { exact: true }).first().waitFor({ state: 'detached' });
      expect(before).toBeGreaterThan(0);
      await page.getByLabel(say.matrixOf).selectOption({ label: say.matrixApplications });
      await table.getByText('SRM-26-001').waitFor();
      expect(await table.locator('tbody tr').count()).toBe(42);
      await expectAccessible(page, shots, 'matrix', [390]);
    });

    it('notes when a municipality heard of a call, and takes back the warning with it', async () => {
      await open('/utblick');
      await page.getByText(say.leadForm).click();
      const form = page.locator('#lead-times form');
      await form.getByLabel(say.leadFields.municipalityCode, { exact: true }).selectOption({ label: 'Gnesta' });
      await form.getByLabel(say.leadFields.date, { exact: true }).fill('2999-01-01');
      await form.getByRole('button', { name: texts.record }).click();
      await form.locator('.problem').first().waitFor();
      await form.getByLabel(say.leadFields.date, { exact: true }).fill('2025-09-01');
      await form.getByRole('button', { name: texts.record }).click();
      await page.getByText(say.leadSaved('Gnesta')).waitFor();
      const row = page.locator('#lead-times table').getByRole('row', { name: /Gnesta/ });
      expect(await row.innerText()).toMatch(/Räcker\s+6\s+2025-09-01/);
    });

    it('writes the month as a letter, and lists who says they do what', async () => {
      await open('/utblick');
      await page.getByLabel(say.month, { exact: true }).fill('2026-03');
      await page.getByRole('heading', { name: 'Omvärldsbevakning mars 2026' }).waitFor();
      await page.getByText(/15 april 2026, om 15 dagar: Utlysning om återbruk/).waitFor();
      await page.getByLabel(say.searchActors).fill('finansieringsvägledning');
      await page.getByRole('table', { name: say.actorsTitle }).getByRole('row', { name: /^Almi/ }).waitFor();
      await page.getByRole('table', { name: say.gapsTitle }).getByText(say.nobody).first().waitFor();
    });

    it('speaks English', async () => {
      await open('/utblick?lang=en');
      await page.getByRole('heading', { level: 1, name: horizonTexts.en.title }).waitFor();
      await page.getByRole('table', { name: horizonTexts.en.callsTitle }).waitFor();
      await expectAccessible(page, shots, 'horizon-en', [390]);
    });
  });

  it('asked nobody else for anything, and the console stayed silent', () => {
    expect(strays).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
