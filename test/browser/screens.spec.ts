import type { Page } from 'playwright-core';
import { followUpTexts, horizonTexts, overviewTexts, webTexts } from '@fordela/wording';
import { describeVisit } from '../support/visit';

const texts = webTexts.sv;

describeVisit('the screens of steering, as their users see them', (visit) => {
  const { open, expectAccessible } = visit;
  let page: Page;
  beforeEach(() => {
    page = visit.page;
  });

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
      await expectAccessible('horizon');
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
      await expectAccessible('horizon-refused', [1366]);
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
      await expectAccessible('matrix', [390]);
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
      await expectAccessible('horizon-en', [390]);
    });
  });

  describe('follow-up', () => {
    const say = followUpTexts.sv;

    it('shows results against targets with who answers for them, late reports first, and what may end', async () => {
      await open('/uppfoljning');
      const results = page.getByRole('table', { name: say.indicatorTitle });
      await results.waitFor();
      const energy = await results.getByRole('row', { name: /Energianvändning/ }).innerText();
      expect(energy).toContain(say.attainment.worse_than_baseline);
      expect(energy).toContain('Flens kommun');
      expect(await results.getByRole('row', { name: /Nöjda handläggare/ }).innerText()).toMatch(/Saknar utgångsvärde/);
      const reports = page.getByRole('table', { name: say.reportTitle }).locator('tbody tr');
      expect(await reports.first().innerText()).toMatch(/dagar för sent/);
      await page.getByText(say.riskAnswer(18, 38)).waitFor();
      const sexes = page.getByRole('table', { name: say.sexTitle });
      expect(await sexes.getByRole('row', { name: /etablerats i arbete/ }).innerText()).toMatch(/3\s+1\s+0\s+För få/);
      await expectAccessible('follow-up');
    });

    it('records a result by sex, says beside the field when the parts do not make the value, and keeps what was written', async () => {
      await open('/uppfoljning');
      await page.getByText(say.resultForm).click();
      const form = page.getByRole('form', { name: say.resultForm });
      await form
        .getByLabel(say.resultFields.indicatorId, { exact: true })
        .selectOption({ label: 'Deltagare i rådgivningspass (fiktiv pilot) (SRM-26-001)' });
      await form.getByLabel(say.resultFields.date).fill('2026-06-30');
      await form.getByLabel(/^Värde, personer/).fill('tio');
      await form.getByRole('button', { name: texts.record }).click();
      await form.getByText(say.notANumber).waitFor();
      await form.getByLabel(/^Värde, personer/).fill('10');
      await form.getByLabel(say.women, { exact: true }).fill('6');
      await form.getByLabel(say.men, { exact: true }).fill('5');
      await form.getByLabel(say.resultFields.notStated).fill('0');
      await form.getByRole('button', { name: texts.record }).click();
      await form.getByText(/är tillsammans 11, men värdet är 10/).waitFor();
      expect(await form.getByLabel(say.women, { exact: true }).inputValue()).toBe('6');
      await expectAccessible('follow-up-refused', [390]);
      await form.getByLabel(say.men, { exact: true }).fill('4');
      await form.getByRole('button', { name: texts.record }).click();
      await page.getByText(say.resultSaved('Deltagare i rådgivningspass (fiktiv pilot)')).waitFor();
      const row = page.getByRole('table', { name: say.indicatorTitle }).getByRole('row', { name: /rådgivningspass/ });
      expect(await row.innerText()).toMatch(/35\s*personer/);
    });

    it('takes in a late report, and the report is no longer late', async () => {
      await open('/uppfoljning');
      await page.getByText(say.reportForm).click();
      const form = page.getByRole('form', { name: say.reportForm });
      await form.getByLabel(say.reportFields.id).selectOption({ index: 1 });
      await form.getByLabel(say.reportFields.submittedDate).fill('2026-03-01');
      await form.getByRole('button', { name: texts.record }).click();
      await form.getByText(/Ange hur projektet står/).waitFor();
      await form.getByLabel(say.reportFields.standing).selectOption({ label: say.standings.on_track });
      await form.getByLabel(say.reportFields.text).fill('Kom sent, men arbetet går som det ska.');
      await form.getByRole('button', { name: texts.record }).click();
      await page.getByText(/^Rapporten är sparad för/).waitFor();
      await page.getByText('Kom sent, men arbetet går som det ska.').first().waitFor();
      expect(await page.getByText(/dagar för sent/).count()).toBe(0);
    });

    it('keeps a lesson and finds it again, and states who takes over', async () => {
      await open('/uppfoljning');
      await page.getByText(say.lessonForm).click();
      const lesson = page.getByRole('form', { name: say.lessonForm });
      await lesson.getByLabel(say.lessonFields.title).fill('Boka nämnden i god tid');
      await lesson.getByRole('button', { name: say.save }).click();
      await lesson.locator('textarea:focus').waitFor();
      await lesson.getByLabel(say.lessonFields.text).fill('Tre veckor räckte inte.');
      await lesson.getByRole('button', { name: say.save }).click();
      await page.getByText(say.lessonSaved('Boka nämnden i god tid')).waitFor();
      await page.getByLabel(say.searchLessons).fill('BOKA nämnden');
      await page.getByText(say.lessonsShown(1, 1)).waitFor();
      await page.getByText(say.handoverForm).click();
      const handover = page.getByRole('form', { name: say.handoverForm });
      await handover.getByLabel(say.handoverFields.takeoverYear).fill('1');
      await handover.getByRole('button', { name: say.save }).click();
      await handover.getByText(/är inget år för det här/).waitFor();
      await handover.getByLabel(say.handoverFields.takeoverYear).fill('2029');
      await handover.getByRole('button', { name: say.save }).click();
      await page.getByText(/^Sparat för/).waitFor();
    });
  });

  describe('overview', () => {
    const say = overviewTexts.sv;
    const table = (name: string) => page.getByRole('table', { name, exact: true });

    it('says what is asked for, what needs attention and where the money goes, and leads to the rows', async () => {
      await open('/lagesbild');
      await page.getByText(/42 ansökningar söker 63.720.000.kr/).waitFor();
      await page.getByText(texts.productClaim).first().waitFor();
      await page.getByText(say.example).waitFor();
      expect(await page.locator('ol.attention').first().locator('li').count()).toBe(5);
      expect(
        await table(say.byOwner)
          .getByRole('row', { name: /Regionens egna/ })
          .innerText(),
      ).toMatch(/20,6/);
      expect(
        await table(say.municipalityTitle)
          .getByRole('row', { name: /Vingåker/ })
          .innerText(),
      ).toMatch(/686/);
      expect(await page.getByText(say.municipalityNote).isVisible()).toBe(true);
      await page.getByText(say.ownAnswer('71,7\u00a0%', 2025)).waitFor();
      await page.getByText('R2 Ekonomiska marginaler och medfinansiering').first().waitFor();
      await expectAccessible('overview');
      await page.locator('ol.attention').first().getByRole('link', { name: say.screens.follow_up }).first().click();
      await page.getByRole('heading', { level: 1, name: followUpTexts.sv.title }).waitFor();
    });

    it('shows the same money as the envelope', async () => {
      await open('/lagesbild');
      const money = await table(say.moneyTitle).getByRole('row', { name: /^2027/ }).innerText();
      expect(money).toMatch(/24.mnkr[\s\S]*13,5.mnkr[\s\S]*10,5.mnkr/);
      await page.getByRole('link', { name: say.openEnvelope }).click();
      const own = await table(texts.envelopePayments).getByRole('row', { name: /^2027/ }).innerText();
      expect(own).toMatch(/24.000.000.kr[\s\S]*13.500.000.kr[\s\S]*10.500.000.kr/);
    });

    it('is empty, and says so, where nothing is decided; the choice stands in the address and on paper nothing is in the way', async () => {
      await open('/lagesbild');
      await page.getByLabel(followUpTexts.sv.basis).selectOption({ label: followUpTexts.sv.basisNames.decided });
      await page.waitForURL(/underlag=decided/);
      await page.getByText(say.nothingInBasis).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('button', { name: say.print }).isVisible()).toBe(false);
      expect(await page.getByRole('navigation', { name: texts.mainNavigation }).isVisible()).toBe(false);
      expect(await page.getByText(say.example).isVisible()).toBe(true);
    });

    it('speaks English', async () => {
      await open('/lagesbild?lang=en');
      await page.getByText(/42 applications ask for SEK.63,720,000/).waitFor();
      await page.getByRole('table', { name: overviewTexts.en.municipalityTitle }).waitFor();
      await expectAccessible('overview-en', [390]);
    });
  });
});
