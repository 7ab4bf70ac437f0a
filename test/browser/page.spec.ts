import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { webTexts } from '@fordela/wording';
import { expectAccessible as expectAccessibleAt } from '../support/accessible';
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

  const expectAccessible = (name: string) => expectAccessibleAt(page, shots, name);

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
    expect(await page.getByRole('columnheader', { name: texts.moneyColumns.surplusSek }).count()).toBe(0);
    await page.getByText(texts.recordDecision).first().click();
    const decision = page.locator('form').filter({ hasText: texts.decisionFields.conflictNotes });
    const event = page.locator('form').filter({ hasText: texts.eventFields.note });
    const record = { name: texts.record, exact: true };
    const { decidedBy, conditions, conflictNotes, reason, recordedBy, minutesReference, scenarioId } =
      texts.decisionFields;
    const typed = (label: string) => decision.getByLabel(label).inputValue();
    const isRefused = (label: string) => decision.getByLabel(label).getAttribute('aria-invalid');
    await decision.getByLabel(decidedBy).fill('Regionala utvecklingsnämnden');
    await decision.getByLabel(minutesReference).fill('RUN § 41');
    await decision.getByLabel(recordedBy).fill('Handläggare H');
    await decision.getByLabel(conditions).fill('Slutrapport senast 2028-03-31\n\n  Medfinansieringen styrks först ');
    await decision.getByLabel(conflictNotes).fill('Ledamot L deltog inte.');
    await decision.getByLabel(texts.kronorIn(2027)).fill('en miljon');
    await decision.getByRole('button', record).click();
    await page
      .getByText(/^en miljon är inget belopp/)
      .first()
      .waitFor();
    expect(await isRefused(texts.kronorIn(2027))).toBe('true');
    expect(await isRefused(texts.kronorIn(2026))).toBeNull();
    await decision.getByLabel(texts.kronorIn(2027)).fill('9 000 000');
    await decision.getByRole('button', record).click();
    await page
      .getByText(/är mer än de .* som söks/)
      .first()
      .waitFor();
    await decision.getByLabel(texts.kronorIn(2027)).fill('1 000 000');
    await decision.getByLabel(scenarioId).selectOption({ label: 'Trettiofem procent' });
    await decision.getByText(texts.departs).waitFor();
    await decision.getByRole('button', record).click();
    await page
      .getByText(/Ange skälet till avvikelsen/)
      .first()
      .waitFor();
    expect(await isRefused(reason)).toBe('true');
    expect([await typed(decidedBy), await typed(conflictNotes)]).toEqual([
      'Regionala utvecklingsnämnden',
      'Ledamot L deltog inte.',
    ]);
    await decision.getByLabel(reason).fill('Fler kommuner ska få del.');
    await decision.getByRole('button', record).click();
    await page.getByText(texts.decisionRecorded).waitFor();

    const decisions = page.getByRole('region', { name: texts.decisions, exact: true });
    const first = await decisions.innerText();
    for (const part of ['Trettiofem procent', 'Fler kommuner ska få del.', 'Ledamot L deltog inte.', 'RUN § 41'])
      expect(first).toContain(part);
    expect(await decisions.locator('dd li').allInnerTexts()).toEqual([
      'Slutrapport senast 2028-03-31',
      'Medfinansieringen styrks först',
    ]);

    // A change begins with what is in force: who decided, the amounts and the conditions.
    expect(await typed(decidedBy)).toBe('Regionala utvecklingsnämnden');
    expect(await typed(texts.kronorIn(2027))).toBe('1 000 000');
    expect(await typed(conditions)).toBe('Slutrapport senast 2028-03-31\nMedfinansieringen styrks först');
    expect([await typed(reason), await typed(recordedBy)]).toEqual(['', '']);
    await decision.getByRole('button', { name: texts.addYear(2029) }).click();
    await decision.getByLabel(texts.kronorIn(2029)).fill('100 000');
    await decision.getByLabel(texts.kronorIn(2027)).fill('900 000');
    await decision.getByLabel(recordedBy).fill('Handläggare H');
    await decision.getByRole('button', record).click();
    await decisions.getByText(texts.replaced).waitFor();
    expect(await decisions.getByRole('listitem').first().innerText()).toMatch(
      /^Gäller Beslut 2: bifall.*2029: 100.000.kr/,
    );
    expect(await typed(texts.kronorIn(2029))).toBe('100 000');

    const account = page.getByRole('region', { name: texts.grantAccount });
    await account.waitFor();
    await page.getByText(texts.recordEvent).first().click();
    await event.getByLabel(recordedBy).fill('Handläggare H');
    await event.getByLabel(texts.eventFields.paidSek).fill('400 001');
    await event.getByRole('button', record).click();
    await page
      .getByText(/Högst 400.000.kr får lämnas/)
      .first()
      .waitFor();
    expect(await event.getByLabel(texts.eventFields.paidSek).inputValue()).toBe('400 001');
    await event.getByLabel(texts.eventFields.paidSek).fill('400 000');
    await event.getByRole('button', record).click();
    await page.getByText(texts.eventRecorded).waitFor();
    expect(await account.innerText()).toMatch(/Utbetalt\s+400.000.kr/);
    expect(await page.getByRole('table', { name: texts.events }).innerText()).toMatch(/Förskott\s+400.000.kr/);
  });

  it('keeps what is typed when somebody else has decided meanwhile, and shows what they decided', async () => {
    await open('/');
    await page.getByRole('button', { name: texts.details('Gemensamt grants office Sörmland–MDU, uppbyggnad') }).click();
    await page.getByText(texts.recordDecision).first().click();
    const decision = page.locator('form').filter({ hasText: texts.decisionFields.conflictNotes });
    await decision.getByLabel(texts.decision, { exact: true }).selectOption(texts.decisionKinds.rejected);
    await decision.getByLabel(texts.decisionFields.decidedBy).fill('Regionala utvecklingsnämnden');
    await decision.getByLabel(texts.decisionFields.recordedBy).fill('Handläggare H');
    await decision.getByLabel(texts.decisionFields.reason).fill('Ryms inte.');
    const answer = await page.request.post(`${service.url}/graphql`, {
      data: {
        query: `mutation($input: GrantDecisionInput!) { recordDecision(input: $input) { __typename } }`,
        variables: {
          input: {
            ...{ applicationId: 'SRM-26-002', kind: 'returned', decidedDate: '2026-06-15', reason: 'Mer underlag.' },
            ...{ decidedBy: 'Nämnden', recordedBy: 'Kollegan K', expectedVersion: 0 },
          },
        },
      },
    });
    expect(await answer.text()).toContain('DecisionRecorded');
    await decision.getByRole('button', { name: texts.record, exact: true }).click();
    await page.getByText(texts.newerShown).waitFor();
    await page.getByRole('region', { name: texts.decisions, exact: true }).getByText('Mer underlag.').waitFor();
    expect(await decision.getByLabel(texts.decisionFields.reason).inputValue()).toBe('Ryms inte.');
    await decision.getByRole('button', { name: texts.record, exact: true }).click();
    await page.getByText(texts.decisionRecorded).waitFor();
  });

  it('shows a row’s details in the width that is seen, at a desk and on a phone', async () => {
    await open('/');
    await page.getByRole('button', { name: texts.details('Lättviktigt projektstöd Sörmland') }).click();
    await page.getByRole('region', { name: texts.grantAccount }).waitFor();
    await page.getByText(texts.recordChange).click();
    for (const width of [1280, 1366, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const fits = await page.evaluate(`(() => {
        const details = document.querySelector('.row-details');
        const [inner, outer] = [details, details.closest('.scroll')].map((element) => element.getBoundingClientRect());
        const root = document.documentElement;
        return [inner.left >= outer.left, inner.right <= outer.right, inner.width > outer.width * 0.9, root.scrollWidth <= root.clientWidth];
      })()`);
      expect([width, fits]).toEqual([width, [true, true, true, true]]);
    }
    // Open forms, one of them refused; the other rows are not what is looked at here.
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.getByLabel(texts.search).fill('Lättviktigt');
    const decision = page.locator('form').filter({ hasText: texts.decisionFields.conflictNotes });
    await decision.getByLabel(texts.kronorIn(2027)).fill('en miljon');
    await decision.getByLabel(texts.decisionFields.recordedBy).fill('Handläggare H');
    await decision.getByRole('button', { name: texts.record, exact: true }).click();
    await page.getByText(texts.nothingRecorded).waitFor();
    await page.getByText(texts.recordEvent).first().click();
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

  it('says what is certain at a split, under an assumption that is stated', async () => {
    await open('/fordelning?andel=35');
    const section = page.getByRole('region', { name: texts.certaintyTitle, exact: true });
    await section.getByRole('button', { name: texts.askCertainty }).click();
    await section.getByText(/^\d+ säkra ja, \d+ att diskutera, \d+ säkra nej\.$/).waitFor({ timeout: 90_000 });
    await section.getByText(texts.certaintyAssumption.order).waitFor();
    const discussed = section.getByRole('table', { name: texts.discuss });
    await discussed
      .getByRole('cell', { name: /^\d.* ± \d/ })
      .first()
      .waitFor();
    await expectAccessible('certainty');
    // Another assumption is another question: the old answer is gone.
    await section.getByLabel(texts.weightKnowledge).selectOption('stated');
    await discussed.waitFor({ state: 'detached' });
  });

  it('puts fair rules beside the optimum, with what they cost and whom they exchange', async () => {
    await open('/fordelning?andel=35');
    const section = page.getByRole('region', { name: texts.fairTitle });
    await section.getByRole('button', { name: texts.askFair }).click();
    const rules = section.getByRole('table', { name: texts.fairTable });
    await rules.getByRole('rowheader', { name: 'Phragméns regel' }).waitFor({ timeout: 90_000 });
    expect(await rules.getByRole('row').count()).toBe(8);
    await rules
      .getByRole('cell', { name: /^\d+ in, \d+ ut$/ })
      .first()
      .waitFor();
    // At a desk's width the table needs no scrolling of its own.
    const box = `document.querySelector('[aria-labelledby="fair-heading"] .scroll')`;
    expect(await page.evaluate(`${box}.scrollWidth - ${box}.clientWidth`)).toBeLessThanOrEqual(0);
    await section.getByText(texts.fairDifferences).click();
    await section.getByText(texts.fairByMunicipality).first().click();
    await section.getByRole('rowheader', { name: 'Vingåker' }).waitFor();
    await expectAccessible('fair-rules');
  });

  it('says how far the ranking can be trusted', async () => {
    await open('/');
    const section = page.getByRole('region', { name: texts.trustTitle });
    await section.getByRole('button', { name: texts.askTrust }).click();
    const contested = section.getByRole('table', { name: texts.contestedTitle });
    await contested.waitFor({ timeout: 90_000 });
    expect(await contested.getByRole('row').count()).toBe(11);
    await section
      .getByRole('table', { name: texts.slackTitle })
      .getByRole('cell', { name: /^\d.*–\d/ })
      .first()
      .waitFor();
    await expectAccessible('trust');
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
