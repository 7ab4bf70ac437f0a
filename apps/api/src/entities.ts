import { BudgetFrame } from './budget/budget-frame.types';
import { Criterion } from './assessment/criterion.types';
import { Rating } from './assessment/rating.types';
import { Reviewer } from './assessment/reviewer.types';
import { Application, ApplicationRequest } from './call/application.types';
import { Call } from './call/call.types';
import { Dependency } from './call/dependency.types';
import { Handover } from './followup/handover.types';
import { Indicator, IndicatorResult } from './followup/indicator.types';
import { Lesson } from './followup/lesson.types';
import { ProjectReport } from './followup/project-report.types';
import { CallKnown } from './foresight/call-known.types';
import { Signal } from './foresight/signal.types';
import { CompletionRequest, EligibilityRuling, FindingReview } from './gate/gate-history.types';
import { EarlierGrant } from './envelope/earlier-grant.types';
import { PrefinancingCapacity } from './envelope/prefinancing-capacity.types';
import { GrantDecision } from './grant/grant-decision.types';
import { GrantEvent } from './grant/grant-event.types';
import { ImportPreview } from './intake/import-preview.types';
import { FinancingAmount, FinancingLine } from './project/financing-line.types';
import { ProjectPartner } from './project/project-partner.types';
import { PhaseCost, ProjectPhase } from './project/project-phase.types';
import { Project, ProjectCost } from './project/project.types';
import { EngineRecord } from './record/engine-record.types';
import { ActorFurtherType, ActorRole } from './reference/actor-role.types';
import { Actor } from './reference/actor.types';
import { DeMinimisAid } from './reference/de-minimis-aid.types';
import { Municipality } from './reference/municipality.types';
import { StrategyPriority } from './reference/strategy-priority.types';
import { RuleBookEdit } from './rule-book/rule-book-edit.types';
import { Scenario } from './scenario/scenario.types';
import { StoredFrame } from './steering/report-frame.types';

/** Every stored thing. A new one is added here and given its table in `migrations`. */
export const entities = [
  Municipality,
  StrategyPriority,
  Actor,
  DeMinimisAid,
  Call,
  Project,
  ProjectCost,
  ProjectPartner,
  ProjectPhase,
  PhaseCost,
  FinancingLine,
  FinancingAmount,
  Application,
  ApplicationRequest,
  Dependency,
  BudgetFrame,
  Criterion,
  Reviewer,
  Rating,
  EngineRecord,
  Scenario,
  ImportPreview,
  RuleBookEdit,
  FindingReview,
  EligibilityRuling,
  CompletionRequest,
  GrantDecision,
  GrantEvent,
  EarlierGrant,
  PrefinancingCapacity,
  ActorFurtherType,
  ActorRole,
  StoredFrame,
  Signal,
  CallKnown,
  Indicator,
  IndicatorResult,
  ProjectReport,
  Handover,
  Lesson,
];
