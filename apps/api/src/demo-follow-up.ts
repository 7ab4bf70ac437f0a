import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { invariant, type Result } from '@fordela/domain';
import type { EarlierGrantInput } from './envelope/edit-envelope.types';
import { EnvelopeService } from './envelope/envelope.service';
import type { HandoverInput } from './followup/handover.types';
import { HandoverService } from './followup/handover.service';
import type { IndicatorInput, IndicatorResultInput } from './followup/edit-indicator.types';
import { IndicatorService } from './followup/indicator.service';
import type { LessonInput } from './followup/lesson.types';
import { LessonService } from './followup/lesson.service';
import type { ProjectReportInput } from './followup/project-report.types';
import { ProjectReportService } from './followup/project-report.service';
import type { CallKnownInput } from './foresight/call-known.types';
import { CallKnownService } from './foresight/call-known.service';
import type { SignalInput } from './foresight/edit-signal.types';
import { SignalService } from './foresight/signal.service';
import type { ActorInput, ActorRoleInput } from './reference/edit-register.types';
import { ReferenceService } from './reference/reference.service';
import { RegisterService } from './reference/register.service';

/** The file: what an officer would enter in each form, by form. What a form has a standing choice for may be left out. */
interface DemoFollowUp {
  readonly actorRoles: readonly {
    readonly actorId: string;
    readonly furtherTypes?: ActorInput['furtherTypes'];
    readonly roles: readonly (Partial<ActorRoleInput> & Pick<ActorRoleInput, 'role'>)[];
  }[];
  readonly signals: readonly SignalInput[];
  readonly callKnown: readonly CallKnownInput[];
  readonly indicators: readonly (IndicatorInput & {
    readonly results: readonly Omit<IndicatorResultInput, 'indicatorId'>[];
  })[];
  readonly reports: readonly ProjectReportInput[];
  readonly handovers: readonly HandoverInput[];
  readonly lessons: readonly LessonInput[];
  readonly earlierGrants: readonly EarlierGrantInput[];
}

/**
 * Enters the fictitious follow-up of the demonstration portfolio through the same services as an officer's forms, so that nothing
 * stands in it that could not be entered. What lies after `today` is left out: it cannot have happened on this computer's clock.
 */
export async function loadDemoFollowUp(app: INestApplicationContext, file: string, today: string): Promise<void> {
  const demo = JSON.parse(readFileSync(file, 'utf8')) as DemoFollowUp;
  const service = <Service>(type: new (...parts: never[]) => Service) => app.get<Service>(type, { strict: false });
  const past = <Item>(items: readonly Item[], day: (item: Item) => string | null | undefined) =>
    items.filter((item) => (day(item) ?? '') <= today);
  await loadRoles(service(ReferenceService), service(RegisterService), demo.actorRoles);
  for (const signal of past(demo.signals, ({ date }) => date)) saved(await service(SignalService).save(signal));
  for (const known of past(demo.callKnown, ({ date }) => date)) saved(await service(CallKnownService).record(known));
  const indicators = service(IndicatorService);
  for (const { results, ...input } of demo.indicators) {
    const usual = { countsPeople: false, direction: 'increase', accumulation: 'latest' } as const;
    const { id: indicatorId } = saved(await indicators.save({ ...usual, ...input }));
    for (const result of past(results, ({ date }) => date)) saved(await indicators.record({ ...result, indicatorId }));
  }
  saved(await service(EnvelopeService).saveEarlierGrants(past(demo.earlierGrants, ({ year }) => `${year}-12-31`)));
  for (const report of past(demo.reports, ({ submittedDate }) => submittedDate))
    saved(await service(ProjectReportService).save(report));
  for (const handover of demo.handovers) saved(await service(HandoverService).save(handover));
  for (const lesson of past(demo.lessons, ({ learntDate }) => learntDate))
    saved(await service(LessonService).save({ ...lesson, usedByApplicationIds: lesson.usedByApplicationIds ?? [] }));
}

async function loadRoles(
  reference: ReferenceService,
  register: RegisterService,
  list: DemoFollowUp['actorRoles'],
): Promise<void> {
  for (const { actorId, furtherTypes = [], roles } of list) {
    const [actor] = await reference.actor([actorId]);
    invariant(actor, `the demonstration portfolio has no actor ${actorId}`);
    const { version: expectedVersion, ...entry } = actor;
    const whole = { cyclePhases: [], themes: [], municipalityCodes: [] };
    const input = { ...entry, furtherTypes, roles: roles.map((role) => ({ ...whole, ...role })), expectedVersion };
    saved(await register.saveActor(input));
  }
}

function saved<Value>(outcome: Result<Value>): Value {
  invariant(outcome.ok, `the follow-up of the demonstration portfolio was refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
