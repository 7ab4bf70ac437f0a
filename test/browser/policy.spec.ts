import type { Page } from 'playwright-core';
import { policyTexts, webTexts } from '@fordela/wording';
import { describeVisit } from '../support/visit';

const say = policyTexts.sv;

describeVisit('the policy model, as its users see it', (visit) => {
  const { open, expectAccessible } = visit;
  let page: Page;
  beforeEach(() => {
    page = visit.page;
  });

  const finding = () => page.getByRole('status', { name: say.findingsTitle });
  const summary = () => page.getByRole('table', { name: say.summary });
  const searchOf = () => new URL(page.url()).searchParams;

  it('says that it is a model before any figure and beside every one, and what leads where in a sentence', async () => {
    await open('/');
    await page.getByRole('navigation', { name: webTexts.sv.mainNavigation }).getByText('Vägval').click();
    await page.getByRole('heading', { level: 1, name: say.title }).waitFor();
    const mark = page.getByRole('region', { name: say.modelMark });
    expect(await mark.innerText()).toMatch(/ingen prognos[\s\S]*konjunktur/);
    await finding().waitFor();
    expect(await finding().innerText()).toMatch(
      /^I modellen drar ”Jämn blandning, samlad” in mest extern finansiering i/,
    );
    for (const title of [say.findingsTitle, say.externalTitle, say.capacityTitle])
      await page.getByRole('heading', { name: `${title} ${say.modelMark}` }).waitFor();
    for (const name of ['Jämn blandning, tunt spridd', 'Jämn blandning, samlad']) {
      const chart = page.getByRole('img', { name: `${name}. ${say.externalTitle}` });
      expect(await chart.locator('desc').textContent()).toContain(say.modelMark);
    }
    await expectAccessible('policy', [1366, 390]);
  });

  it('draws nothing outside its frame, whatever the width and however many policies', async () => {
    await open('/vagval?val=even,thin,concentrated,early,shared,implementation,own,municipal');
    await finding().waitFor();
    for (const width of [1366, 1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.getByRole('img').count()).toBe(9);
      const outside = await page.evaluate(`[...document.querySelectorAll('svg[role="img"]')].flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('path, text, line')]
          .map((part) => [part, part.getBoundingClientRect()])
          .filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
          .map(([part]) => part.outerHTML.slice(0, 80));
      })`);
      expect(outside).toEqual([]);
    }
  });

  it('has the figures of every chart in a table, a year and a municipality a row', async () => {
    await open('/vagval?ar=5');
    await finding().waitFor();
    for (const summaryLine of await page.getByText(webTexts.sv.asTable).all()) await summaryLine.click();
    const years = page.getByRole('table', { name: new RegExp(say.externalTitle.replace('?', '\\?')) });
    expect(await years.locator('tbody tr').count()).toBe(6);
    const whole = await years.getByRole('row', { name: new RegExp(say.wholeTime) }).innerText();
    expect(whole).toMatch(/mnkr\s+\([\d\s\u00a0]+–[\d\s\u00a0]+mnkr\)/);
    const staff = page.getByRole('table', { name: new RegExp(say.measures.per10000) });
    expect(await staff.locator('tbody tr').count()).toBe(9);
    const perInhabitant = await staff.getByRole('row', { name: /Eskilstuna/ }).innerText();
    await page.getByLabel(say.measure).selectOption(say.measures.fte);
    await page.getByRole('table', { name: new RegExp(`^${say.measures.fte}\\.`) }).waitFor();
    const persons = await page
      .getByRole('table', { name: new RegExp(`^${say.measures.fte}\\.`) })
      .getByRole('row', { name: /Eskilstuna/ })
      .innerText();
    expect(persons).not.toBe(perInhabitant);
    expect(searchOf().get('matt')).toBe('fte');
    await expectAccessible('policy-tables', [390]);
  });

  it('compares what is chosen, asks for at least two, and carries the choice in the address', async () => {
    await open('/vagval');
    await page.getByRole('button', { name: say.presetNames.phase }).click();
    await summary()
      .getByRole('row', { name: /Genomförande först/ })
      .waitFor();
    await page.getByText(say.chooseFreely).click();
    await page.getByRole('checkbox', { name: /^Jämn blandning 20 bidrag/ }).check();
    await summary()
      .getByRole('row', { name: /^Jämn blandning/ })
      .waitFor();
    expect(await summary().locator('tbody tr').count()).toBe(3);
    const before = await finding().innerText();
    const address = page.url();
    expect(searchOf().get('val')).toBe('even,early,implementation');
    for (const name of [/^Jämn blandning 20/, /^Tidiga skeden/]) await page.getByRole('checkbox', { name }).uncheck();
    await page.getByText(say.chooseTwo).waitFor();
    expect(await summary().count()).toBe(0);
    await expectAccessible('policy-too-few', [1366]);
    await page.goto(address);
    await finding().waitFor();
    expect(await finding().innerText()).toBe(before);
    await page.getByRole('button', { name: webTexts.sv.otherLanguage }).click();
    await page.getByText(/^In the model/).waitFor();
    expect(searchOf().get('val')).toBe('even,early,implementation');
    await expectAccessible('policy-en', [1280, 390]);
  });

  it('takes a changed assumption by keyboard, says where it comes from, and gives it back', async () => {
    await open('/vagval?val=early,even');
    await finding().waitFor();
    const before = await finding().innerText();
    const change = page.getByRole('button', { name: say.changeOf('delad personal som blir kvar utan nya medel') });
    await change.focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: say.changeOf('delad personal som blir kvar utan nya medel') });
    for (const [label, value] of [
      [say.low, '0,8'],
      [say.likely, '0,9'],
      [say.high, '0,9'],
    ] as const)
      await form.getByLabel(label, { exact: true }).fill(value);
    await form.getByLabel(say.sourceField).fill('egen uppföljning 2025');
    await page.keyboard.press('Enter');
    await page.getByText(/Siffran: egen uppföljning 2025\./).waitFor();
    await page.getByText(/”Jämn blandning” in mest/).waitFor();
    expect(await finding().innerText()).not.toBe(before);
    // The keyboard is where it was, and the address has it all.
    expect(await page.locator('button:focus').getAttribute('aria-label')).toBe(await change.getAttribute('aria-label'));
    expect(JSON.parse(searchOf().get('antag')!)).toEqual({ sharedLasting: [0.8, 0.9, 0.9, 'egen uppföljning 2025'] });
    await page.getByRole('button', { name: say.restoreAll(1) }).click();
    await page.getByText(before.slice(0, 60)).waitFor();
    expect(searchOf().get('antag')).toBeNull();
  });

  it('says in words what the model cannot use, beside the fields, and keeps what was written', async () => {
    await open('/vagval');
    await finding().waitFor();
    await page.getByRole('button', { name: say.changeOf('personal som slutar') }).click();
    const form = page.getByRole('form', { name: say.changeOf('personal som slutar') });
    const low = form.getByLabel(say.low, { exact: true });
    await low.fill('många');
    await form.getByRole('button', { name: say.use }).click();
    await form.getByText(say.notANumber).waitFor();
    await low.fill('0,5');
    await form.getByRole('button', { name: say.use }).click();
    await form.getByText(/Ange dem i ordning: lägst, troligast, högst\./).waitFor();
    expect(await low.getAttribute('aria-invalid')).toBe('true');
    expect(await low.inputValue()).toBe('0,5');
    expect(await summary().count()).toBe(0);
    await expectAccessible('policy-refused', [390]);
    await low.fill('0,1');
    await form.getByRole('button', { name: say.use }).click();
    await summary().waitFor();
    await page.getByLabel(say.yearly).fill('-1');
    await page.getByRole('button', { name: say.useYearly }).click();
    await page.getByText(say.notWhole).waitFor();
    await page.getByLabel(say.yearly).fill('12 000 000');
    await page.getByRole('button', { name: say.useYearly }).click();
    await page.waitForURL(/kronor=12000000/);
    await finding().waitFor();
  });

  it('compares a policy of one’s own', async () => {
    await open('/vagval');
    await finding().waitFor();
    await page.getByText(say.ownPolicyTitle).click();
    const form = page.getByRole('form', { name: say.ownPolicyTitle });
    for (const name of Object.values(say.uses)) await form.getByLabel(name).fill('0');
    await form.getByRole('button', { name: say.addOwn }).click();
    await form.getByText(say.partsMissing).waitFor();
    await form.getByLabel(say.uses.early).fill('2');
    await form.getByLabel(say.uses.shared).fill('0,5');
    await form.getByLabel(say.grants).fill('4');
    await form.getByRole('button', { name: say.addOwn }).click();
    await summary()
      .getByRole('row', { name: new RegExp(say.ownPolicy) })
      .waitFor();
    expect(searchOf().get('egen')).toBe('2-0.5-0_1-1-1_4');
    await expectAccessible('policy-own', [390]);
  });

  it('says it is computing, and says so when the figures cannot be had', async () => {
    let isOff = false;
    await page
      .context()
      .route('**/graphql', (route) =>
        isOff && /policySimulation\(/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
      );
    isOff = true;
    await open('/vagval');
    await page.getByText(say.computing).waitFor();
    await page.getByRole('alert').waitFor();
    await expectAccessible('policy-failed', [1366]);
    isOff = false;
    await page.getByRole('button', { name: webTexts.sv.tryAgain }).click();
    await finding().waitFor();
    visit.forgetComplaints('ERR_FAILED');
  });
});
