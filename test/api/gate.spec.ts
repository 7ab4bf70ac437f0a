import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;
const by = 'Handläggare H';

interface Refusal {
  readonly code: string;
  readonly path: readonly string[];
  readonly messageSv: string;
}
interface Gate {
  readonly isBlocked: boolean;
  readonly needsReview: boolean;
  readonly awaitsCompletion: boolean;
  readonly version: number;
  readonly ruling: { readonly ruling: string; readonly reason: string; readonly findingKeys: readonly string[] } | null;
  readonly reviews: readonly { readonly decision: string; readonly reviewedBy: string }[];
  readonly lines: readonly {
    readonly item: string;
    readonly outcome: string;
    readonly findings: readonly {
      readonly finding: { readonly key: string; readonly ruleId: string; readonly severity: string };
      readonly review: { readonly decision: string; readonly reason: string } | null;
    }[];
  }[];
}
interface Outcome {
  readonly gate?: Gate;
  readonly refusals?: readonly Refusal[];
}
const gateParts = `isBlocked needsReview awaitsCompletion version ruling { ruling reason findingKeys } reviews { decision reviewedBy }
  lines { item outcome findings { finding { key ruleId severity } review { decision reason } } }`;
const payload = `... on Refused { refusals { code path messageSv } } ... on GateRecorded { gate { ${gateParts} } }`;
const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);

describeOnDatabase('the gate', () => {
  const api = useTestApi(demoRound(), new Date('2026-05-10T12:00:00Z'));
  beforeEach(async () => {
    for (const table of ['finding_review', 'eligibility_ruling', 'completion_request', 'rule_book_edit'])
      await api().unitOfWork.run((tx) => tx.query(`DELETE FROM ${table}`));
  });
  const gateOf = async (id: string) =>
    (await api().data<{ application: { gate: Gate } }>(`{ application(id: "${id}") { gate { ${gateParts} } } }`))
      .application.gate;
  const errorOf = (gate: Gate) =>
    gate.lines.flatMap(({ findings }) => findings).find(({ finding }) => finding.severity === 'error')!.finding;
  const mutate = async (name: string, type: string, input: object) =>
    (
      await api().data<Record<string, Outcome>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ${payload} } }`,
        { input: { by, ...input } },
      )
    )[name]!;
  const review = (input: object) => mutate('reviewFinding', 'FindingReviewInput', input);
  const rule = (input: object) => mutate('ruleEligibility', 'EligibilityRulingInput', input);
  const leftOut = async () =>
    (
      await api().data<{ allocation: { leftOut: { applicationId: string; reason: string }[] } }>(
        `{ allocation(callId: "${callId}", options: { objective: sum_of_value }) { ... on Allocation { leftOut { applicationId reason } } } }`,
      )
    ).allocation.leftOut;

  it('fills the checklist of every application by the rules, in as many statements for one as for all', async () => {
    const gate = await gateOf('SRM-26-036');
    expect(gate).toMatchObject({ isBlocked: true, needsReview: true, version: 0, ruling: null });
    expect(gate.lines).toHaveLength(20);
    expect(gate.lines.find(({ item }) => item === 'grant_rate')).toMatchObject({
      outcome: 'fail',
      findings: [{ finding: { ruleId: 'grant_rate_above_50', severity: 'error' }, review: null }],
    });
    expect(await gateOf('SRM-26-001')).toMatchObject({ isBlocked: false, needsReview: false });
    api().statements.length = 0;
    await gateOf('SRM-26-001');
    const forOne = api().statements.length;
    api().statements.length = 0;
    await api().data(`{ applications(callId: "${callId}", first: 42) { edges { node { gate { isBlocked } } } } }`);
    expect(api().statements.length).toBeLessThanOrEqual(forOne + 2);
  });

  it('lets an overridden error through to the allocation, and keeps who and why', async () => {
    const before = await gateOf('SRM-26-036');
    const { key } = errorOf(before);
    const wanted = { applicationId: 'SRM-26-036', findingKey: key, expectedVersion: 0 };
    expect(codes(await review({ ...wanted, decision: 'overridden' }))).toEqual([['review-reason-missing', 'reason']]);
    expect((await leftOut()).map(({ applicationId }) => applicationId)).toContain('SRM-26-036');
    const { gate } = await review({ ...wanted, decision: 'overridden', reason: 'Rättad finansieringsplan finns.' });
    expect(gate).toMatchObject({
      isBlocked: false,
      version: 1,
      reviews: [{ decision: 'overridden', reviewedBy: by }],
    });
    expect((await leftOut()).map(({ applicationId }) => applicationId)).not.toContain('SRM-26-036');
  });

  it('lets nobody set aside a limit the allocation keeps, or a conflict of interest', async () => {
    for (const [applicationId, ruleId] of [
      ['SRM-26-024', 'de_minimis_joint'],
      ['SRM-26-004', 'conflict_of_interest_declared'],
    ] as const) {
      const { lines } = await gateOf(applicationId);
      const own = lines.flatMap(({ findings }) => findings).find(({ finding }) => finding.ruleId === ruleId)!;
      const wanted = { applicationId, findingKey: own.finding.key, expectedVersion: 0, reason: 'Skäl' };
      expect(codes(await review({ ...wanted, decision: 'overridden' }))).toEqual([
        ['review-cannot-override', 'decision'],
      ]);
      expect((await review({ ...wanted, decision: 'confirmed' })).gate).toMatchObject({ version: 1 });
    }
  });

  it('marks the region’s own projects, says who prepares them, and stops what a unit prepares for itself', async () => {
    const ask = (id: string) =>
      api().data<{ application: { isRegionOwn: boolean; preparingActor: { id: string } | null; gate: Gate } }>(
        `{ application(id: "${id}") { isRegionOwn preparingActor { id } gate { ${gateParts} } } }`,
      );
    expect((await ask('SRM-26-001')).application).toMatchObject({
      ...{ isRegionOwn: true, preparingActor: { id: 'REG-FIN' } },
      gate: { isBlocked: false },
    });
    expect((await ask('SRM-26-002')).application.isRegionOwn).toBe(false);
    const demo = demoRound();
    await api().rounds.change(callId, (round) => ({
      ...round!,
      applications: round!.applications.map((item) =>
        item.id === 'SRM-26-001' ? { ...item, preparingActorId: item.project.leadPartnerId } : item,
      ),
    }));
    const { gate } = (await ask('SRM-26-001')).application;
    expect(gate.isBlocked).toBe(true);
    expect(errorOf(gate).ruleId).toBe('prepared_by_applicant');
    await api().rounds.save(demo);
  });

  it('confirms without unblocking', async () => {
    const before = await gateOf('SRM-26-036');
    const { gate } = await review({
      ...{ applicationId: 'SRM-26-036', findingKey: errorOf(before).key, decision: 'confirmed', expectedVersion: 0 },
    });
    expect(gate).toMatchObject({ isBlocked: true, needsReview: false });
  });

  it('tells the second of two officers that somebody was there before', async () => {
    const { key } = errorOf(await gateOf('SRM-26-036'));
    const wanted = { applicationId: 'SRM-26-036', findingKey: key, decision: 'confirmed', expectedVersion: 0 };
    const both = await Promise.all([review(wanted), review({ ...wanted, by: 'Handläggare I' })]);
    expect(both.filter((outcome) => outcome.gate)).toHaveLength(1);
    expect(both.flatMap((outcome) => codes(outcome) ?? [])).toEqual([['stale', 'expectedVersion']]);
    expect((await gateOf('SRM-26-036')).reviews).toHaveLength(1);
  });

  it('lets a review lapse when the figures of the finding change', async () => {
    const { key } = errorOf(await gateOf('SRM-26-036'));
    await review({
      ...{ applicationId: 'SRM-26-036', findingKey: key, decision: 'overridden', reason: 'Skäl', expectedVersion: 0 },
    });
    await api().rounds.change(callId, (round) => ({
      ...round!,
      applications: round!.applications.map((application) =>
        application.id === 'SRM-26-036'
          ? {
              ...application,
              project: { ...application.project, totalCostSek: application.project.totalCostSek - 1000 },
            }
          : application,
      ),
    }));
    const gate = await gateOf('SRM-26-036');
    expect(gate.isBlocked).toBe(true);
    expect(
      codes(
        await review({
          ...{ applicationId: 'SRM-26-036', findingKey: key, decision: 'confirmed', expectedVersion: 1 },
        }),
      ),
    ).toEqual([['review-finding-gone', 'findingKey']]);
    await api().rounds.save(demoRound());
  });

  it('rules an application out for a reason no rule sees, and takes it back in', async () => {
    const wanted = { applicationId: 'SRM-26-001', expectedVersion: 0 };
    expect(codes(await rule({ ...wanted, ruling: 'reinstated', reason: 'Skäl' }))).toEqual([
      ['ruling-nothing-to-reinstate', 'ruling'],
    ]);
    expect(codes(await rule({ ...wanted, ruling: 'ineligible', reason: ' ' }))).toEqual([
      ['review-reason-missing', 'reason'],
    ]);
    const out = await rule({ ...wanted, ruling: 'ineligible', reason: 'Sökanden har dragit tillbaka ansökan.' });
    expect(out.gate).toMatchObject({ isBlocked: true, version: 1, ruling: { ruling: 'ineligible' } });
    expect(await leftOut()).toContainEqual({
      applicationId: 'SRM-26-001',
      reason: 'Sökanden har dragit tillbaka ansökan.',
    });
    const back = await rule({
      applicationId: 'SRM-26-001',
      expectedVersion: 1,
      ruling: 'reinstated',
      reason: 'Ny ansökan.',
    });
    expect(back.gate).toMatchObject({
      isBlocked: false,
      version: 2,
      ruling: { ruling: 'reinstated', findingKeys: [] },
    });
  });

  it('reinstates in spite of the errors there are, until another comes', async () => {
    const { gate } = await rule({
      ...{ applicationId: 'SRM-26-037', expectedVersion: 0, ruling: 'reinstated', reason: 'Kompletteras före beslut.' },
    });
    expect(gate!.isBlocked).toBe(false);
    expect(gate!.ruling!.findingKeys).toHaveLength(2);
  });

  it('asks the applicant to complete what can be completed, and waits for the answer', async () => {
    const { completionLetter } = await api().data<{
      completionLetter: { textSv: string; textEn: string; findings: { ruleId: string }[] };
    }>(
      '{ completionLetter(applicationId: "SRM-26-037", answerBy: "2026-05-15") { textSv textEn findings { ruleId } } }',
    );
    expect(completionLetter.findings.map(({ ruleId }) => ruleId)).toEqual([
      'dangling_dependency',
      'financing_does_not_sum',
    ]);
    expect(completionLetter.textSv).toContain('Svara senast 2026-05-15');
    const request = {
      applicationId: 'SRM-26-037',
      text: completionLetter.textSv,
      answerBy: '2026-05-15',
      expectedVersion: 0,
    };
    const sent = await mutate('recordCompletionRequest', 'CompletionRequestInput', request);
    expect(sent.gate).toMatchObject({ awaitsCompletion: true, version: 1 });
    const answer = { applicationId: 'SRM-26-037', requestNo: 1, answeredDate: '2026-05-10', expectedVersion: 1 };
    for (const [answeredDate, code] of [
      ['2026-05-09', 'completion-answer-early'],
      ['2026-05-11', 'date-in-future'],
    ] as const)
      expect(
        codes(await mutate('recordCompletionAnswer', 'CompletionAnswerInput', { ...answer, answeredDate })),
      ).toEqual([[code, 'answeredDate']]);
    expect((await mutate('recordCompletionAnswer', 'CompletionAnswerInput', answer)).gate?.awaitsCompletion).toBe(
      false,
    );
    expect(
      codes(await mutate('recordCompletionAnswer', 'CompletionAnswerInput', { ...answer, expectedVersion: 2 })),
    ).toEqual([['completion-not-open', 'requestNo']]);
  });

  it('knows no gate of an application that is not there', async () => {
    expect(codes(await rule({ applicationId: 'NONE', expectedVersion: 0, ruling: 'ineligible', reason: 'x' }))).toEqual(
      [['application-unknown', 'applicationId']],
    );
    const { errors } = await api().ask(
      '{ completionLetter(applicationId: "NONE", answerBy: "2026-05-15") { textSv } }',
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });

  describe('the rule book', () => {
    const source = { citation: 'Regionfullmäktige 2026 § 41', text: 'Högst 40 procent.', isVerified: true };
    const figure = {
      ...{ parameterId: 'grant_rate_ceiling', value: 40, validFrom: '2026-09-01', scope: 'regional_practice', source },
      ...{ reason: 'Nämnden har sänkt taket.', madeBy: by },
    };
    const version = async () =>
      (await api().data<{ about: { ruleBookVersion: string } }>('{ about { ruleBookVersion } }')).about.ruleBookVersion;
    const set = async (name: string, type: string, input: object) =>
      (
        await api().data<Record<string, { ruleBookVersion?: string; refusals?: Refusal[] }>>(
          `mutation($input: ${type}!) { ${name}(input: $input) {
            ... on Refused { refusals { code path messageSv } } ... on RuleBookChanged { ruleBookVersion edit { no madeBy reason validFrom change } } } }`,
          { input },
        )
      )[name]!;
    const findings = async (asOf: string) =>
      (
        await api().data<{ findings: object[] }>(
          `{ findings(callId: "${callId}", asOf: "${asOf}") { applicationId ruleId severity sources { citation } parameters { id value validFrom source { citation } } } }`,
        )
      ).findings;

    it('changes findings only from the day a figure changes', async () => {
      const [before, after] = [await findings('2026-08-31'), await findings('2026-09-01')];
      expect(before).toEqual(after);
      const start = await version();
      expect(await set('setRuleFigure', 'RuleFigureInput', { ...figure, expectedVersion: start })).toMatchObject({
        ruleBookVersion: `${start}+1`,
        edit: { no: 1, madeBy: by, validFrom: '2026-09-01' },
      });
      expect(await version()).toBe(`${start}+1`);
      expect(await findings('2026-08-31')).toEqual(before);
      const now = (await findings('2026-09-01')).filter(
        (finding) => (finding as { ruleId: string }).ruleId === 'grant_rate_above_50',
      );
      expect(now.length).toBeGreaterThan(10);
      expect(now[0]).toMatchObject({
        parameters: [
          { id: 'grant_rate_ceiling', value: 40, validFrom: '2026-09-01', source: { citation: source.citation } },
        ],
      });
    });

    it('shows a finding the sources of its own day, also when the rule rests on another later', async () => {
      const before = await findings('2026-08-31');
      const { parameterId: _id, value: _value, ...rest } = figure;
      await set('setRuleSeverity', 'RuleSeverityInput', {
        ...{ ...rest, ruleId: 'grant_rate_above_50', severity: 'warning', expectedVersion: await version() },
      });
      expect(await findings('2026-08-31')).toEqual(before);
      const after = (await findings('2026-09-01')) as {
        ruleId: string;
        severity: string;
        sources: { citation: string }[];
      }[];
      const own = after.find(({ ruleId }) => ruleId === 'grant_rate_above_50');
      expect(own).toMatchObject({ severity: 'warning' });
      expect(own!.sources.map(({ citation }) => citation)).toContain(source.citation);
    });

    it('converts aid in kronor at the rate of the day it was granted, and borrows none', async () => {
      const convert = async (grantedDate: string) =>
        (
          await api().data<{ aidInEuro: object }>(
            `{ aidInEuro(amountSek: 1155000, grantedDate: "${grantedDate}") {
              ... on Refused { refusals { code path messageSv } } ... on AidInEuro { amountEur rate { value unit source { citation } } } } }`,
          )
        ).aidInEuro;
      expect(await convert('2026-06-15')).toMatchObject({ refusals: [{ code: 'exchange-rate-missing' }] });
      const rate = { parameterId: 'sek_per_eur', value: 11, validFrom: '2026-06-01', validTo: '2026-06-30' };
      const inforEuro = { citation: 'InforEuro juni 2026', text: '1 euro = 11 kronor', isVerified: true };
      const recorded = { ...figure, ...rate, scope: 'eu_law', source: inforEuro, expectedVersion: await version() };
      expect(await set('setRuleFigure', 'RuleFigureInput', recorded)).toMatchObject({ edit: { no: 1 } });
      expect(await convert('2026-06-15')).toEqual({
        amountEur: 105_000,
        rate: { value: 11, unit: 'sek_per_eur', source: { citation: inforEuro.citation } },
      });
      expect(await convert('2026-07-01')).toMatchObject({ refusals: [{ code: 'exchange-rate-missing' }] });
      const { ruleFigures } = await api().data<{ ruleFigures: { id: string; isInForce: boolean }[] }>(
        '{ ruleFigures(asOf: "2026-06-15") { id isInForce } }',
      );
      expect(ruleFigures).toContainEqual({ id: 'sek_per_eur', isInForce: true });
    });

    it('can stop applying a rule from a day, and lists every date with what is in force', async () => {
      const start = await version();
      const { parameterId: _id, value: _value, ...rest } = figure;
      await set('setRuleSeverity', 'RuleSeverityInput', {
        ...rest,
        ruleId: 'grant_rate_above_50',
        severity: null,
        expectedVersion: start,
      });
      const about = (list: object[]) =>
        list.filter((finding) => (finding as { ruleId: string }).ruleId === 'grant_rate_above_50');
      expect(about(await findings('2026-08-31'))).toHaveLength(1);
      expect(about(await findings('2026-09-01'))).toEqual([]);
      const { rules } = await api().data<{ rules: { ruleId: string; validTo: string | null; isInForce: boolean }[] }>(
        '{ rules(asOf: "2026-09-01") { ruleId validFrom validTo isInForce version sources { citation } parameters { id isInForce validFrom validTo } } }',
      );
      expect(rules.find(({ ruleId }) => ruleId === 'grant_rate_above_50')).toMatchObject({
        validTo: '2026-08-31',
        isInForce: false,
      });
      const { ruleBookEdits } = await api().data<{ ruleBookEdits: object[] }>(
        '{ ruleBookEdits { no reason madeBy change } }',
      );
      expect(ruleBookEdits).toHaveLength(1);
    });

    it('refuses a figure without source or reason, one the checks cannot read, and an edit of an older book', async () => {
      const start = await version();
      const places = async (input: object) =>
        (await set('setRuleFigure', 'RuleFigureInput', { ...figure, expectedVersion: start, ...input })).refusals?.map(
          ({ code, path }) => [code, path.join('.')],
        );
      expect(await places({ reason: ' ', source: { citation: '', text: 'x' } })).toEqual([
        ['text-missing', 'reason'],
        ['text-missing', 'source.citation'],
      ]);
      expect(await places({ parameterId: 'grant_rate_cieling' })).toEqual([['figure-unknown', 'parameterId']]);
      expect(await places({ value: 400 })).toEqual([['rule-book-value', 'value']]);
      expect(await places({ value: { much: 1 } })).toEqual([['rule-book-value', 'value']]);
      expect(await places({ validTo: '2026-01-01' })).toEqual([['rule-book-date', 'validTo']]);
      expect(await places({ expectedVersion: '2020-1' })).toEqual([['rule-book-stale', 'expectedVersion']]);
      expect(await version()).toBe(start);
    });
  });
});
