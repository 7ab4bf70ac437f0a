import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { webTexts } from '@fordela/wording';
import { describeVisit } from '../support/visit';

const texts = webTexts.sv;

// One story: each test finds what those before it have saved.
describeVisit('the page, from applications to payments, as its users see it', (visit) => {
  const { open, expectAccessible } = visit;
  let page: Page;
  beforeEach(() => {
    page = visit.page;
  });

  it('shows the 42 applications with scores and says that they are an example', async () => {
    await open('/');
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('note').innerText()).toContain('påhittade');
    expect(await page.locator('main table > tbody > tr').count()).toBe(42);
    expect(await page.title()).toContain('Fördela');
    await expectAccessible('applications');
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
      await page.goto(`${visit.url}/fordelning?andel=${share}`);
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
    const answer = await page.request.post(`${visit.url}/graphql`, {
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

  it('shows the envelope in its two numbers, for a scenario', async () => {
    await open('/ramen');
    await page.getByText(texts.envelopePayments).first().waitFor();
    await page.getByLabel(texts.envelopeBasis).selectOption({ label: `${texts.scenario}: Trettiofem procent` });
    await page.getByText(/Pengarna räcker alla år/).waitFor();
    const own = page.getByRole('table', { name: texts.ownerSharesTitle });
    await own.getByRole('row', { name: /^2021/ }).getByText('43,1').first().waitFor();
    await expectAccessible('envelope');
  });
});
