import type { Application } from '../round';
import { exceedsCeiling, jointApplications, deMinimisCeilingId, deMinimisYearsId } from './de-minimis';
import { draft, type RuleCheck } from './rule';

const needsUndertaking = ({ project }: Application) =>
  project.stateAidRoute === 'deminimis' || project.stateAidRoute === 'gber';

/** The route is stated and its ceilings hold. The engine never answers the question whether something is aid. */
export const stateAidRules: readonly RuleCheck[] = [
  {
    ruleId: 'state_aid_unclear',
    version: 1,
    parameterIds: [],
    applies: () => true,
    check: (application) =>
      application.project.stateAidRoute === 'unclear' ? draft(application, ['project', 'stateAidRoute'], {}) : [],
  },
  {
    ruleId: 'state_aid_undertaking_missing',
    version: 1,
    parameterIds: [],
    applies: needsUndertaking,
    check: (application) =>
      application.project.stateAidUndertakingId === null
        ? draft(application, ['project', 'stateAidUndertakingId'], { route: application.project.stateAidRoute })
        : [],
  },
  {
    ruleId: 'de_minimis_amount_missing',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.stateAidRoute === 'deminimis',
    check: (application) =>
      (application.project.stateAidAmountEur ?? 0) > 0 ? [] : draft(application, ['project', 'stateAidAmountEur'], {}),
  },
  {
    ruleId: 'company_without_aid_route',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.stateAidRoute === 'none',
    check: (application, { actors }) => {
      const companies = [application.project.leadPartnerId, ...application.project.partners.map((item) => item.actorId)]
        .map((id) => actors.get(id))
        .filter((actor) => actor?.legalForm === 'company' && actor.actorType === 'industry_cluster')
        .map((actor) => actor?.id as string);
      const ids = [...new Set(companies)].sort();
      if (ids.length === 0) return [];
      return draft(
        application,
        ['project', 'stateAidRoute'],
        { companies: ids },
        ids.map((id) => ({ table: 'actors', key: id })),
      );
    },
  },
  {
    ruleId: 'de_minimis_exceeded',
    version: 1,
    parameterIds: [deMinimisCeilingId, deMinimisYearsId],
    applies: ({ project }) => project.stateAidRoute === 'deminimis' && project.stateAidUndertakingId !== null,
    check: (application, context) => {
      const standing = context.deMinimisOf(application.project.stateAidUndertakingId as string);
      const amountEur = application.project.stateAidAmountEur ?? 0;
      if (!standing || !exceedsCeiling(standing, [amountEur])) return [];
      const { undertakingActorId, historyEur, ceilingEur, windowFrom, windowTo } = standing;
      return draft(
        application,
        ['project', 'stateAidAmountEur'],
        {
          undertaking: undertakingActorId,
          historyEur,
          amountEur,
          totalEur: historyEur + amountEur,
          ceilingEur,
          windowFrom,
          windowTo,
        },
        standing.history.map((aid) => ({
          table: 'deminimis-history',
          key: `${aid.undertakingActorId}/${aid.grantedDate}`,
        })),
      );
    },
  },
  {
    ruleId: 'de_minimis_joint',
    version: 1,
    parameterIds: [deMinimisCeilingId, deMinimisYearsId],
    applies: ({ project }) => project.stateAidRoute === 'deminimis' && project.stateAidUndertakingId !== null,
    check: (application, context) => {
      const standing = context.deMinimisOf(application.project.stateAidUndertakingId as string);
      const joint = standing ? jointApplications(standing) : [];
      if (!standing || !joint.some((item) => item.applicationId === application.id)) return [];
      const { undertakingActorId, historyEur, ceilingEur, windowFrom, windowTo } = standing;
      const totalEur =
        joint.reduce((sum, item) => sum + Math.round(item.amountEur * 100), Math.round(historyEur * 100)) / 100;
      const params = {
        undertaking: undertakingActorId,
        applications: joint.map((item) => item.applicationId),
        amountsEur: joint.map((item) => item.amountEur),
        historyEur,
        totalEur,
        ceilingEur,
        windowFrom,
        windowTo,
      };
      const others = joint.filter((item) => item.applicationId !== application.id);
      return draft(application, ['project', 'stateAidAmountEur'], params, [
        ...others.map((item) => ({ table: 'applications' as const, key: item.applicationId })),
        ...standing.history.map((aid) => ({
          table: 'deminimis-history' as const,
          key: `${aid.undertakingActorId}/${aid.grantedDate}`,
        })),
      ]);
    },
  },
];
