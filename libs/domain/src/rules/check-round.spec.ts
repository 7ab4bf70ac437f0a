import fc from 'fast-check';
import type { Application, Project, Rating, Round } from '../round';
import { applicableRules, checkRound, ineligibleApplicationIds, knownRules, ruleChecks } from './check-round';
import { defaultRuleBook } from './default-rule-book';
import { checkRuleBook, type RuleBook } from './rule-book';
import { exceedsShare } from './rule';
import { smallApplication, smallRound } from './small-round.fixture';

const year = (amountSek: number, of = 2027) => [{ year: of, amountSek }];
const line = (
  financingNo: number,
  sourceType: Project['financing'][number]['sourceType'],
  amountSek: number,
  changes = {},
) =>
  ({
    financingNo,
    sourceType,
    financierActorId: null,
    kind: 'cash',
    status: 'decided',
    amounts: year(amountSek),
    ...changes,
  }) as const;
const rating = (reviewerId: string, value: number | null, changes: Partial<Rating> = {}): Rating => ({
  applicationId: 'A-1',
  reviewerId,
  criterionId: 'C1',
  rating: value,
  cannotJudge: false,
  conflictDeclared: false,
  comment: null,
  ...changes,
});

function found(
  application: Application,
  round: Partial<Round> = {},
  ruleBook: RuleBook = defaultRuleBook,
  asOf?: string,
) {
  return checkRound(smallRound([application], round), ruleBook, { asOf }).map((item) => item.ruleId);
}

describe('the rules', () => {
  it('find nothing in a faultless application', () => {
    expect(found(smallApplication())).toEqual([]);
    expect(found(smallApplication(), { ratings: ['R1', 'R2', 'R4'].map((id) => rating(id, 3)) })).toEqual([]);
  });

  const cases: readonly [string, Partial<Application>, Partial<Project>, Partial<Round>?][] = [
    ['application_incomplete', {}, { summary: ' ' }],
    ['implementation_plan_missing', {}, { phases: [] }],
    ['received_date_missing', { receivedDate: null }, {}],
    ['received_after_closing', { receivedDate: '2026-04-01' }, {}],
    ['end_before_start', {}, { startMonth: '2028-01' }],
    ['smallest_grant_above_request', { smallestUsefulGrantSek: 500_001 }, {}],
    ['cost_range_inconsistent', {}, { costP90Sek: 999_999 }],
    [
      'ordinary_activity_borderline',
      {},
      {
        summary: 'I vår EGEN\u00a0Organisation.',
        partners: [{ actorId: 'K1', role: 'lead_partner', costSharePct: 100 }],
      },
    ],
    [
      'operating_support',
      {},
      { title: 'Drift av kontoret', partners: [{ actorId: 'K1', role: 'lead_partner', costSharePct: 100 }] },
    ],
    ['operating_support_suspected', { note: 'Söker driftsstöd.' }, {}],
    ['strategy_priority_missing', {}, { strategyPriorityId: null, gapIds: ['1'] }],
    ['strategy_priority_unknown', {}, { strategyPriorityId: 'P9' }],
    ['partner_shares_not_100', {}, { partners: [{ actorId: 'K1', role: 'lead_partner', costSharePct: 99.8 }] }],
    ['lead_partner_not_one', {}, { partners: [{ actorId: 'K2', role: 'lead_partner', costSharePct: 100 }] }],
    [
      'phase_costs_do_not_sum',
      {},
      {
        phases: [
          {
            phaseNo: 1,
            cyclePhase: 'closure',
            name: '',
            startMonth: '2027-01',
            endMonth: '2027-02',
            costs: year(999_999),
          },
        ],
      },
    ],
    [
      'phase_years_do_not_match',
      {},
      {
        phases: [
          {
            phaseNo: 1,
            cyclePhase: 'closure',
            name: '',
            startMonth: '2027-01',
            endMonth: '2027-02',
            costs: year(1_000_000, 2028),
          },
        ],
      },
    ],
    ['in_kind_mismatch', {}, { inKindCostSek: 1 }],
    [
      'cofinancing_not_confirmed',
      {},
      { financing: [line(1, 'state_1_1', 500_000), line(2, 'municipal', 500_000, { status: 'intent' })] },
    ],
    [
      'eruf_share_above_40',
      {},
      { financing: [line(1, 'state_1_1', 500_000), line(2, 'eruf', 400_001), line(3, 'municipal', 99_999)] },
    ],
    ['advance_above_cap', { advanceRequestedSek: 250_001 }, {}],
    ['started_before_application', {}, { startMonth: '2026-02' }],
    ['state_aid_unclear', {}, { stateAidRoute: 'unclear' }],
    ['state_aid_undertaking_missing', {}, { stateAidRoute: 'gber' }],
    ['de_minimis_amount_missing', {}, { stateAidRoute: 'deminimis', stateAidUndertakingId: 'F1' }],
    [
      'company_without_aid_route',
      {},
      { leadPartnerId: 'F1', partners: [{ actorId: 'F1', role: 'lead_partner', costSharePct: 100 }] },
    ],
    [
      'de_minimis_exceeded',
      {},
      { stateAidRoute: 'deminimis', stateAidUndertakingId: 'F1', stateAidAmountEur: 300_000.01 },
    ],
    ['no_receiving_structure', {}, { receivingStructure: 'no', receivingActorId: null }],
    ['receiving_structure_not_stated', {}, { receivingStructure: null, receivingActorId: null }],
    ['receiving_actor_missing', {}, { receivingActorId: null }],
    ['unknown_municipality_code', {}, { municipalityCodes: ['428'] }],
    ['municipality_missing', {}, { municipalityCodes: [] }],
    [
      'dangling_dependency',
      {},
      {},
      {
        dependencies: [
          { fromApplicationId: 'A-1', toApplicationId: 'A-9', type: 'synergy', group: null, description: null },
        ],
      },
    ],
    [
      'dependency_on_itself',
      {},
      {},
      {
        dependencies: [
          { fromApplicationId: 'A-1', toApplicationId: 'A-1', type: 'requires', group: null, description: null },
        ],
      },
    ],
    ['too_few_reviewers', {}, {}, { ratings: ['R1', 'R2'].map((id) => rating(id, 3)) }],
    ['missing_ratings', {}, {}, { ratings: [rating('R1', 3), rating('R2', null), rating('R4', 3)] }],
    ['rating_out_of_range', {}, {}, { ratings: [rating('R1', 3), rating('R2', 5.1), rating('R4', 3)] }],
    [
      'conflict_of_interest_declared',
      {},
      {},
      { ratings: [rating('R1', 3), rating('R3', 5, { conflictDeclared: true }), rating('R4', 3)] },
    ],
    ['conflict_of_interest_undeclared', {}, {}, { ratings: [rating('R1', 3), rating('R3', 5), rating('R4', 3)] }],
    ['prepared_by_applicant', { preparingActorId: 'K1' }, {}],
    [
      'own_project_judged_inside',
      {},
      { leadPartnerId: 'RA', partners: [{ actorId: 'RA', role: 'lead_partner', costSharePct: 100 }] },
      { ratings: ['R1', 'R4', 'R5'].map((id) => rating(id, 3)) },
    ],
    ['financing_does_not_sum', {}, { financing: [line(1, 'state_1_1', 500_000), line(2, 'municipal', 400_000)] }],
    [
      'financing_years_do_not_match',
      {},
      { financing: [line(1, 'state_1_1', 500_000), line(2, 'municipal', 500_000, { amounts: year(500_000, 2028) })] },
    ],
    [
      'esf_share_above_54',
      {},
      { financing: [line(1, 'state_1_1', 500_000), line(2, 'esf', 540_001), line(3, 'private', -40_001)] },
    ],
    [
      'interreg_share_above_80',
      { requested: year(100_000), requestedSek: 100_000 },
      { financing: [line(1, 'state_1_1', 100_000), line(2, 'interreg', 800_001), line(3, 'private', 99_999)] },
    ],
  ];

  it.each(cases.map(([id, ...parts]) => ({ id, parts })))(
    '$id is found, alone',
    ({ id, parts: [application, project, round] }) => {
      expect(found(smallApplication(application, project), round)).toEqual([id]);
    },
  );

  it('finds 1:1 money above half, also when another decider gives part of it or the plan forgot it', () => {
    const half = { financing: [line(1, 'state_1_1', 500_000), line(2, 'municipal', 500_000)] };
    expect(found(smallApplication({}, half))).toEqual([]);
    const two = { financing: [line(1, 'state_1_1', 500_000), line(2, 'state_1_1', 1), line(3, 'municipal', 499_999)] };
    expect(found(smallApplication({}, two))).toEqual(['grant_rate_above_50']);
    const forgotten = { financing: [line(1, 'municipal', 1_000_000)] };
    const asksMore = smallApplication({ requested: year(600_000), requestedSek: 600_000 }, forgotten);
    expect(found(asksMore)).toEqual(['grant_rate_above_50', 'requested_not_in_financing']);
  });

  it('lets 1:1 money pay cash only', () => {
    const inKind = {
      inKindCostSek: 500_000,
      financing: [line(1, 'state_1_1', 500_000, { kind: 'in_kind' }), line(2, 'municipal', 500_000)],
    };
    expect(found(smallApplication({}, inKind))).toEqual(['in_kind_paid_by_1_1']);
    const tooLittleCash = {
      inKindCostSek: 600_000,
      financing: [line(1, 'state_1_1', 500_000), line(2, 'municipal', 600_000, { kind: 'in_kind' })],
      totalCostSek: 1_100_000,
      costs: year(1_100_000),
      phases: [],
    };
    expect(found(smallApplication({}, tooLittleCash))).toEqual(['implementation_plan_missing']);
    expect(found(smallApplication({}, { ...tooLittleCash, inKindCostSek: 600_001 }))).toContain('in_kind_paid_by_1_1');
  });

  it('matches words only where they begin', () => {
    const alone = { partners: [{ actorId: 'K1', role: 'lead_partner', costSharePct: 100 }] } as const;
    expect(found(smallApplication({}, { ...alone, summary: 'Elandrift av bussar.' }))).toEqual([]);
    expect(found(smallApplication({}, { ...alone, summary: 'Ren drift av bussar.' }))).toEqual(['operating_support']);
  });

  it('says that years differ between cost, request and their totals', () => {
    const application = smallApplication({ requested: year(499_999) }, { costs: year(999_999) });
    expect(found(application)).toEqual(
      expect.arrayContaining(['cost_years_do_not_sum', 'requested_years_do_not_sum', 'financing_years_do_not_match']),
    );
  });

  it('asks about two applications with one title', () => {
    const twin = smallApplication({ id: 'A-2' }, { title: 'Delad – projektekonom!' });
    const findings = checkRound(smallRound([smallApplication(), twin]), defaultRuleBook);
    expect(findings.map((item) => [item.applicationId, item.ruleId, item.params['others']])).toEqual([
      ['A-1', 'possible_duplicate', ['A-2']],
      ['A-2', 'possible_duplicate', ['A-1']],
    ]);
  });

  it('finds requiring what is excluded', () => {
    const link = (type: 'requires' | 'mutually_exclusive', from: string, to: string) =>
      ({ fromApplicationId: from, toApplicationId: to, type, group: null, description: null }) as const;
    const round = smallRound([smallApplication(), smallApplication({ id: 'A-2' }, { title: 'Annan' })], {
      dependencies: [link('requires', 'A-1', 'A-2'), link('mutually_exclusive', 'A-2', 'A-1')],
    });
    expect(checkRound(round, defaultRuleBook).map((item) => item.ruleId)).toEqual(['dependency_contradiction']);
  });

  it('counts "cannot judge" as an answer, not as a missing rating', () => {
    const ratings = [rating('R1', 3), rating('R2', null, { cannotJudge: true }), rating('R4', 3)];
    expect(found(smallApplication(), { ratings })).toEqual([]);
  });

  it('hands over figures, rows and the parameters it used', () => {
    const [finding] = checkRound(smallRound([smallApplication({ advanceRequestedSek: 450_000 })]), defaultRuleBook);
    expect(finding).toMatchObject({
      ruleId: 'advance_above_cap',
      ruleVersion: 1,
      code: 'rule-advance-above-cap',
      severity: 'error',
      applicationId: 'A-1',
      path: ['applications', 'A-1', 'advanceRequestedSek'],
      params: { advance: 450_000, grant: 500_000, part: 250_000, cap: 400_000, most: 250_000 },
      rows: [{ table: 'applications', key: 'A-1' }],
      parameters: [
        { id: 'advance_share_ceiling', value: 50, unit: 'percent', validFrom: '2023-01-01' },
        { id: 'advance_ceiling_sek', value: 400_000, unit: 'sek', validFrom: '2023-01-01' },
      ],
    });
  });

  it('covers every check in the cases above or in a test of its own', () => {
    const elsewhere = [
      'grant_rate_above_50',
      'requested_not_in_financing',
      'in_kind_paid_by_1_1',
      'cost_years_do_not_sum',
      'requested_years_do_not_sum',
      'possible_duplicate',
      'dependency_contradiction',
      'de_minimis_joint',
    ];
    const covered = new Set([...cases.map(([ruleId]) => ruleId), ...elsewhere]);
    expect(ruleChecks.map((check) => check.ruleId).filter((id) => !covered.has(id))).toEqual([]);
    expect([...covered].filter((id) => !ruleChecks.some((check) => check.ruleId === id))).toEqual([]);
  });
});

describe('dates', () => {
  const raised: RuleBook = {
    ...defaultRuleBook,
    parameters: [
      ...defaultRuleBook.parameters,
      { ...(defaultRuleBook.parameters[0] as RuleBook['parameters'][number]), value: 40, validFrom: '2026-07-01' },
    ],
  };

  it('a figure changed for a coming day changes findings from that day only', () => {
    expect(raised.parameters[0]?.id).toBe('grant_rate_ceiling');
    const application = smallApplication();
    expect(found(application, {}, raised, '2026-06-30')).toEqual([]);
    expect(found(application, {}, raised, '2026-07-01')).toEqual(['grant_rate_above_50']);
  });

  it('never changes what was found before a change, whatever the change and its day', () => {
    const round = smallRound([smallApplication({ advanceRequestedSek: 300_000 }, { stateAidRoute: 'unclear' })]);
    const day = fc
      .date({ min: new Date('2024-02-01'), max: new Date('2030-12-01'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const numeric = defaultRuleBook.parameters.filter((parameter) => typeof parameter.value === 'number');
    fc.assert(
      fc.property(
        fc.constantFrom(...numeric),
        fc.integer({ min: 0, max: 100 }),
        day,
        day,
        (parameter, value, changed, asOf) => {
          const ruleBook = {
            ...defaultRuleBook,
            parameters: [...defaultRuleBook.parameters, { ...parameter, value, validFrom: changed }],
          };
          const before = checkRound(round, defaultRuleBook, { asOf });
          if (asOf < changed) expect(checkRound(round, ruleBook, { asOf })).toEqual(before);
        },
      ),
    );
  });

  it('ends a rule the day after its last, and begins a new severity on its first', () => {
    const application = smallApplication({}, { stateAidRoute: 'unclear' });
    const rules = defaultRuleBook.rules.map((rule) =>
      rule.ruleId === 'state_aid_unclear' ? { ...rule, validTo: '2026-06-30' } : rule,
    );
    const milder = {
      ...(rules.find((rule) => rule.ruleId === 'state_aid_unclear') as (typeof rules)[number]),
      validFrom: '2026-08-01',
      validTo: null,
      severity: 'warning' as const,
    };
    const ruleBook = { ...defaultRuleBook, rules: [...rules, milder] };
    const severityOn = (asOf: string) => checkRound(smallRound([application]), ruleBook, { asOf })[0]?.severity;
    expect(['2026-06-30', '2026-07-01', '2026-08-01'].map(severityOn)).toEqual(['error', undefined, 'warning']);
  });

  it('reports a rule whose figure has no value that day instead of passing it', () => {
    const findings = checkRound(smallRound([smallApplication()]), defaultRuleBook, { asOf: '2031-01-01' });
    expect(findings.map((item) => [item.ruleId, item.code, item.applicationId, item.params['missing']])).toEqual([
      ['de_minimis_exceeded', 'rule-rule-without-figure', null, ['de_minimis_ceiling_eur', 'de_minimis_years']],
      ['de_minimis_joint', 'rule-rule-without-figure', null, ['de_minimis_ceiling_eur', 'de_minimis_years']],
    ]);
  });
});

describe('checkRuleBook', () => {
  const first = defaultRuleBook.parameters[0] as RuleBook['parameters'][number];
  const codes = (ruleBook: RuleBook) => {
    const checked = checkRuleBook(ruleBook, knownRules());
    return checked.ok ? [] : checked.refusal.map((item) => [item.code, item.path.join('.')]);
  };
  const withParameter = (change: object) => ({
    ...defaultRuleBook,
    parameters: [...defaultRuleBook.parameters, { ...first, ...change }],
  });
  const place = `parameters.${defaultRuleBook.parameters.length}`;

  it('accepts the book we start with', () => {
    expect(codes(defaultRuleBook)).toEqual([]);
  });

  it.each([
    ['rule-book-twice', place, {}],
    ['rule-book-date', `${place}.validFrom`, { validFrom: '2026-02-29' }],
    ['rule-book-date', `${place}.validTo`, { validFrom: '2027-01-01', validTo: '2026-12-31' }],
    ['rule-book-value', `${place}.value`, { validFrom: '2027-01-01', value: 101 }],
    ['rule-book-value', `${place}.value`, { validFrom: '2027-01-01', value: NaN }],
    ['rule-book-value', `${place}.value`, { validFrom: '2027-01-01', value: ['ord'], unit: 'words' }],
    ['rule-book-value', `${place}.value`, { validFrom: '2027-01-01', value: 50, unit: 'sek' }],
  ])('refuses %s at %s', (code, path, change) => {
    expect(codes(withParameter(change))).toEqual([[code, path]]);
  });

  it('refuses rules, versions and figures this program does not know', () => {
    const setting = defaultRuleBook.rules[0] as RuleBook['rules'][number];
    const withRule = (change: object) => codes({ ...defaultRuleBook, rules: [{ ...setting, ...change }] });
    expect(withRule({ ruleId: 'made_up' })).toEqual([['rule-unknown', 'rules.0.ruleId']]);
    expect(withRule({ version: 2 })).toEqual([['rule-version-unknown', 'rules.0.version']]);
    expect(withRule({ ruleId: 'grant_rate_above_50' })).toEqual([['rule-parameter-unknown', 'rules.0.parameterIds']]);
  });
});

it('says which rules look at an application at all', () => {
  const application = smallApplication();
  const ids = applicableRules(smallRound([application]), defaultRuleBook, application).map((rule) => rule.ruleId);
  expect(ids).toContain('grant_rate_above_50');
  expect(ids).not.toContain('advance_above_cap');
  expect(ids).not.toContain('too_few_reviewers');
});

it('counts only errors as stopping an application', () => {
  const round = smallRound([
    smallApplication({}, { receivingStructure: 'no' }),
    smallApplication({ id: 'A-2' }, { title: 'Annan', stateAidRoute: 'unclear' }),
  ]);
  expect(ineligibleApplicationIds(checkRound(round, defaultRuleBook))).toEqual(['A-2']);
});

it('compares shares exactly where floating point would not', () => {
  expect(exceedsShare(9_007_199_254_740_991, 9_007_199_254_740_991, 100)).toBe(false);
  expect(exceedsShare(9_007_199_254_740_991, 9_007_199_254_740_990, 100)).toBe(true);
  expect(exceedsShare(1, 3, 33.333333)).toBe(true);
});

it('gives the same bytes whatever the order of the round', () => {
  const link = {
    fromApplicationId: 'A-1',
    toApplicationId: 'A-9',
    type: 'synergy',
    group: null,
    description: null,
  } as const;
  const applications = [
    smallApplication(
      { advanceRequestedSek: 300_000 },
      { stateAidRoute: 'unclear', municipalityCodes: ['0999', '0001'] },
    ),
    smallApplication({ id: 'A-2' }, { title: 'Annan', summary: '' }),
  ];
  const dependencies = [link, { ...link, toApplicationId: 'A-8' }];
  const forward = checkRound(smallRound(applications, { dependencies }), defaultRuleBook);
  const backward = checkRound(smallRound([...applications].reverse(), { dependencies: [...dependencies].reverse() }), {
    ...defaultRuleBook,
    rules: [...defaultRuleBook.rules].reverse(),
  });
  expect(JSON.stringify(backward)).toBe(JSON.stringify(forward));
  expect(forward.length).toBeGreaterThan(5);
});
