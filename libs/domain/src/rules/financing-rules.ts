import { amountIn } from '../money';
import type { Application, FinancingLine, SourceType } from '../round';
import { draft, exceedsShare, financingRows, financingSum, numberOf, shownPercent, type RuleCheck } from './rule';

const isOneToOne = (line: FinancingLine) => line.sourceType === 'state_1_1';
const isInKind = (line: FinancingLine) => line.kind === 'in_kind';
const all = () => true;
const hasFinancing = ({ project }: Application) => project.financing.length > 0;

function financedIn(application: Application, year: number, picks: (line: FinancingLine) => boolean): number {
  return application.project.financing.filter(picks).reduce((sum, line) => sum + amountIn(line.amounts, year), 0);
}

function yearsOf(application: Application): readonly number[] {
  const { costs, financing } = application.project;
  const lists = [application.requested, costs, ...financing.map((line) => line.amounts)];
  return [...new Set(lists.flatMap((list) => list.map((entry) => entry.year)))].sort((a, b) => a - b);
}

/** The years in which two sums differ, as texts `2027` for the parameters of a sentence. */
function unevenYears(application: Application, left: (year: number) => number, right: (year: number) => number) {
  return yearsOf(application).filter((year) => left(year) !== right(year));
}

/** A ceiling on one fund's part of the total cost. */
function fundCeiling(ruleId: string, sourceType: SourceType, parameterId: string): RuleCheck {
  const isFund = (line: FinancingLine) => line.sourceType === sourceType;
  return {
    ruleId,
    version: 1,
    parameterIds: [parameterId],
    applies: (application) => financingSum(application, isFund) > 0 && application.project.totalCostSek > 0,
    check: (application, context) => {
      const [amount, total] = [financingSum(application, isFund), application.project.totalCostSek];
      const ceiling = numberOf(context, parameterId);
      if (!exceedsShare(amount, total, ceiling)) return [];
      const params = { amount, total, share: shownPercent(amount, total), ceiling };
      return draft(application, ['project', 'financing'], params, financingRows(application, isFund));
    },
  };
}

/** The money adds up, and nobody pays more than they may. */
export const financingRules: readonly RuleCheck[] = [
  {
    ruleId: 'grant_rate_above_50',
    version: 1,
    parameterIds: ['grant_rate_ceiling'],
    applies: ({ project }) => project.totalCostSek > 0,
    check: (application, context) => {
      // 1:1 money from all deciders; at least what is asked for here, should the financing plan have forgotten it.
      const amount = Math.max(financingSum(application, isOneToOne), application.requestedSek);
      const total = application.project.totalCostSek;
      const ceiling = numberOf(context, 'grant_rate_ceiling');
      if (!exceedsShare(amount, total, ceiling)) return [];
      const params = { amount, total, share: shownPercent(amount, total), ceiling };
      return draft(application, ['requestedSek'], params, financingRows(application, isOneToOne));
    },
  },
  {
    ruleId: 'requested_not_in_financing',
    version: 1,
    parameterIds: [],
    applies: hasFinancing,
    check: (application) => {
      const planned = financingSum(application, isOneToOne);
      const years = yearsOf(application).filter(
        (year) => amountIn(application.requested, year) > financedIn(application, year, isOneToOne),
      );
      if (application.requestedSek <= planned && years.length === 0) return [];
      const params = { requested: application.requestedSek, planned, years };
      return draft(application, ['requestedSek'], params, financingRows(application, isOneToOne));
    },
  },
  {
    ruleId: 'financing_does_not_sum',
    version: 1,
    parameterIds: [],
    applies: hasFinancing,
    check: (application) => {
      const [financing, cost] = [financingSum(application, all), application.project.totalCostSek];
      if (financing === cost) return [];
      const costIn = (year: number) => amountIn(application.project.costs, year);
      const years = unevenYears(application, (year) => financedIn(application, year, all), costIn);
      const params = { financing, cost, difference: cost - financing, years };
      return draft(application, ['project', 'financing'], params, financingRows(application, all));
    },
  },
  {
    ruleId: 'financing_years_do_not_match',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.financing.length > 0 && project.costs.length > 0,
    check: (application) => {
      if (financingSum(application, all) !== application.project.totalCostSek) return [];
      const costIn = (year: number) => amountIn(application.project.costs, year);
      const years = unevenYears(application, (year) => financedIn(application, year, all), costIn);
      if (years.length === 0) return [];
      const differences = years.map((year) => costIn(year) - financedIn(application, year, all));
      return draft(application, ['project', 'financing'], { years, differences }, financingRows(application, all));
    },
  },
  {
    ruleId: 'partner_shares_not_100',
    version: 1,
    parameterIds: ['partner_share_tolerance'],
    applies: () => true,
    check: (application, context) => {
      const { partners } = application.project;
      // Shares are written with few decimals: sum them in millionths so that 33.3 + 33.3 + 33.4 is exactly 100.
      const millionths = partners.reduce((sum, partner) => sum + Math.round(partner.costSharePct * 1_000_000), 0);
      const away = Math.abs(millionths - 100_000_000);
      if (away <= Math.round(numberOf(context, 'partner_share_tolerance') * 1_000_000)) return [];
      const rows = partners.map((item) => ({ table: 'partners' as const, key: `${application.id}/${item.actorId}` }));
      return draft(
        application,
        ['project', 'partners'],
        { sum: millionths / 1_000_000, partners: partners.length },
        rows,
      );
    },
  },
  {
    ruleId: 'lead_partner_not_one',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.partners.length > 0,
    check: (application) => {
      const leads = application.project.partners
        .filter((item) => item.role === 'lead_partner')
        .map((item) => item.actorId);
      if (leads.length === 1 && leads[0] === application.project.leadPartnerId) return [];
      const rows = leads.map((id) => ({ table: 'partners' as const, key: `${application.id}/${id}` }));
      return draft(application, ['project', 'partners'], { leads, named: application.project.leadPartnerId }, rows);
    },
  },
  {
    ruleId: 'phase_costs_do_not_sum',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.phases.length > 0,
    check: (application) => {
      const { phases, totalCostSek: total } = application.project;
      const sum = phases.reduce(
        (all, phase) => phase.costs.reduce((inPhase, entry) => inPhase + entry.amountSek, all),
        0,
      );
      if (sum === total) return [];
      const rows = phases.map((phase) => ({ table: 'phases' as const, key: `${application.id}/${phase.phaseNo}` }));
      return draft(application, ['project', 'phases'], { sum, total, difference: total - sum }, rows);
    },
  },
  {
    ruleId: 'phase_years_do_not_match',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.phases.length > 0 && project.costs.length > 0,
    check: (application) => {
      const { phases, costs, totalCostSek } = application.project;
      const inYear = (year: number) => phases.reduce((sum, phase) => sum + amountIn(phase.costs, year), 0);
      const phaseYears = phases.flatMap((phase) => phase.costs.map((entry) => entry.year));
      const years = [...new Set([...costs.map((entry) => entry.year), ...phaseYears])].sort((a, b) => a - b);
      if (years.reduce((sum, year) => sum + inYear(year), 0) !== totalCostSek) return [];
      const uneven = years.filter((year) => inYear(year) !== amountIn(costs, year));
      if (uneven.length === 0) return [];
      const differences = uneven.map((year) => amountIn(costs, year) - inYear(year));
      return draft(application, ['project', 'phases'], { years: uneven, differences });
    },
  },
  {
    ruleId: 'in_kind_mismatch',
    version: 1,
    parameterIds: [],
    applies: (application) => application.project.inKindCostSek > 0 || financingSum(application, isInKind) > 0,
    check: (application) => {
      const [financing, cost] = [financingSum(application, isInKind), application.project.inKindCostSek];
      if (financing === cost) return [];
      return draft(
        application,
        ['project', 'inKindCostSek'],
        { financing, cost },
        financingRows(application, isInKind),
      );
    },
  },
  {
    ruleId: 'in_kind_paid_by_1_1',
    version: 1,
    parameterIds: [],
    applies: (application) => financingSum(application, isOneToOne) > 0,
    check: (application) => {
      const wrong = (line: FinancingLine) => isOneToOne(line) && isInKind(line);
      const inKind = financingSum(application, wrong);
      const { totalCostSek, inKindCostSek } = application.project;
      const oneToOne = financingSum(application, isOneToOne);
      const cash = totalCostSek - inKindCostSek;
      if (inKind === 0 && oneToOne <= cash) return [];
      return draft(
        application,
        ['project', 'financing'],
        { inKind, oneToOne, cash },
        financingRows(application, isOneToOne),
      );
    },
  },
  {
    ruleId: 'cofinancing_not_confirmed',
    version: 1,
    parameterIds: [],
    applies: (application) => financingSum(application, (line) => !isOneToOne(line)) > 0,
    check: (application) => {
      const isIntent = (line: FinancingLine) => !isOneToOne(line) && line.status === 'intent';
      const amount = financingSum(application, isIntent);
      if (amount === 0) return [];
      return draft(application, ['project', 'financing'], { amount }, financingRows(application, isIntent));
    },
  },
  fundCeiling('eruf_share_above_40', 'eruf', 'eruf_ceiling'),
  fundCeiling('esf_share_above_54', 'esf', 'esf_ceiling'),
  fundCeiling('interreg_share_above_80', 'interreg', 'interreg_ceiling'),
  {
    ruleId: 'advance_above_cap',
    version: 1,
    parameterIds: ['advance_share_ceiling', 'advance_ceiling_sek'],
    applies: ({ advanceRequestedSek }) => advanceRequestedSek > 0,
    check: (application, context) => {
      const [advance, grant] = [application.advanceRequestedSek, application.requestedSek];
      const [share, cap] = [numberOf(context, 'advance_share_ceiling'), numberOf(context, 'advance_ceiling_sek')];
      if (!exceedsShare(advance, grant, share) && advance <= cap) return [];
      const part = Math.floor((grant * share) / 100);
      return draft(application, ['advanceRequestedSek'], {
        advance,
        grant,
        share,
        part,
        cap,
        most: Math.min(part, cap),
      });
    },
  },
  {
    ruleId: 'started_before_application',
    version: 1,
    parameterIds: [],
    applies: ({ project, receivedDate }) => project.startMonth !== null && receivedDate !== null,
    check: (application) => {
      const start = application.project.startMonth as string;
      const received = (application.receivedDate as string).slice(0, 7);
      return start < received
        ? draft(application, ['project', 'startMonth'], { start, received: application.receivedDate })
        : [];
    },
  },
];
