import type { Page } from 'playwright-core';
import { webTexts } from '@fordela/wording';
import { describeVisit } from '../support/visit';

const texts = webTexts.sv;

// Nothing is saved here: any of these tests could be alone.
describeVisit('what the page answers about the call as it stands', (visit) => {
  const { open, expectAccessible } = visit;
  let page: Page;
  beforeEach(() => {
    page = visit.page;
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
});
