import { accept } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../allocate/task';
import { dayPattern, monthPattern } from '../problem/text-patterns';
import { liquidityForecast, type LiquidityForecast } from './liquidity-forecast';
import { spendingProfiles, type LiquidityParameters, type LiquidityProject } from './liquidity-project';

/** The tasks of this room. */
export const liquidityTasks = (): readonly RegisteredTask[] => [liquidityTask()];

const kronor = () => z.int().min(0);
const month = () => z.string().regex(monthPattern);
const day = () => z.string().regex(dayPattern);
const years = () =>
  z.record(z.string().regex(/^\d{4}$/), kronor()).transform((byYear) =>
    Object.entries(byYear)
      .map(([year, amountSek]) => ({ year: Number(year), amountSek }))
      .sort((a, b) => a.year - b.year),
  );

const projectSchema = () =>
  z.strictObject({
    id: z.string().min(1),
    title: z.string().nullable().default(null),
    phases: z
      .array(
        z.strictObject({
          no: z.int().min(1),
          name: z.string().default(''),
          start: month(),
          end: month(),
          costs: years(),
        }),
      )
      .min(1),
    financing: z.array(
      z.strictObject({
        source: z.string().min(1),
        kind: z.enum(['cash', 'in_kind']).default('cash'),
        amounts: years(),
      }),
    ),
    /** The lead partner first. */
    partners: z.array(z.strictObject({ actor: z.string().min(1), part: z.number().min(0) })).min(1),
    donePhases: z.array(z.int()).nullable().default(null),
    advanceRequestedSek: kronor().default(0),
  });

export const claimRuleSchema = () =>
  z.strictObject({
    source: z.string().min(1),
    pays: z.enum(['after_claims', 'as_spent', 'yearly']),
    claimEveryMonths: z.int().min(1).max(120).default(3),
    monthsToPayment: z.int().min(0).max(120).default(0),
    finalReportMonths: z.int().min(0).max(120).default(0),
    heldBackPct: z.number().min(0).max(100).default(0),
    costBase: z.enum(['cash', 'all']).default('all'),
    advance: z
      .strictObject({
        mostPctOfGrant: z.number().min(0).max(100),
        mostSek: kronor(),
        wanted: z.enum(['requested', 'most']).default('requested'),
        deductedFrom: z.enum(['first', 'last']).default('first'),
      })
      .nullable()
      .default(null),
    validFrom: day(),
    validTo: day().nullable().default(null),
    basis: z.string().min(1),
  });

const options = () =>
  z.strictObject({
    asOf: day(),
    projects: z.array(projectSchema()).min(1).max(2_000),
    rules: z.array(claimRuleSchema()),
    profile: z.enum(spendingProfiles).default('phase'),
    lagMonths: z.int().min(0).max(36).default(1),
    paidTo: z.enum(['lead', 'partners']).default('partners'),
    forwardMonths: z.int().min(0).max(36).default(0),
    capacitySek: z.record(z.string().min(1), kronor()).default({}),
  });

const liquidityTask = (): RegisteredTask =>
  defineTask<z.infer<ReturnType<typeof options>>, LiquidityForecast>({
    name: 'liquidity',
    version: '1.0.0',
    options,
    run: (_problem, { projects, ...parameters }, context) => {
      const own: readonly LiquidityProject[] = projects;
      const settings: LiquidityParameters = parameters;
      const forecast = liquidityForecast(own, settings, context.path);
      if (!forecast.ok) return forecast;
      const { profile, lagMonths, paidTo, forwardMonths } = parameters;
      return accept({
        method: 'liquidity-by-phase-and-claim@1',
        conventions: {
          profile,
          lagMonths,
          paidTo,
          forwardMonths,
          partnersShare: 'in-proportion',
          rounding: 'whole-kronor-exact',
        },
        observations: forecast.value.actors
          .filter(({ aboveCapacitySek }) => aboveCapacitySek > 0)
          .map(({ actor, peakPrefinancingSek, peakMonth, capacitySek }) => ({
            code: 'liquidity-above-capacity',
            path: context.path,
            params: { actor, peakSek: peakPrefinancingSek, month: peakMonth, capacitySek },
          })),
        outcome: forecast.value,
      });
    },
  });
