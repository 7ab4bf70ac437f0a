import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { listEach, type Batch } from '../platform/graphql/loaders';
import { dayCursorKey, pageOf, pageSize, type Page } from '../platform/graphql/page';
import { Ids } from '../platform/ids';
import { staleness } from '../platform/staleness';
import { swedishSortKey } from '../platform/swedish-sort-key';
import { textRefusals } from '../platform/text-refusals';
import { LessonRepository } from './lesson.repository';
import type { Lesson, LessonInput, LessonPageArgs } from './lesson.types';

/** What has been learnt, for others to use. */
@Injectable()
export class LessonService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: LessonRepository,
    private readonly calls: CallService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  readonly ofApplications: Batch<string, readonly Lesson[]> = (applicationIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(
        applicationIds,
        await this.repository.ofApplications(tx, applicationIds),
        ({ applicationId }) => applicationId as string,
      ),
    );

  /** A page of lessons, the latest learnt first. AppError BAD_INPUT for a cursor or page size that cannot be used. */
  async lessons({
    first,
    after,
    filter,
  }: LessonPageArgs): Promise<Page<Lesson> & { readonly totalCount: Promise<number> }> {
    const size = pageSize(first);
    const from = after ? dayCursorKey(after, 'lesson') : null;
    const wanted = filter ?? {};
    const rows = await this.unitOfWork.read((tx) => this.repository.page(tx, wanted, from, size + 1));
    const page = pageOf(
      rows,
      size,
      'lesson',
      ({ learntDate, id }) => [learntDate, id],
      (lesson) => lesson,
    );
    const count = () => this.unitOfWork.read((tx) => this.repository.count(tx, wanted));
    // Counted only if the query asks for it.
    return {
      ...page,
      get totalCount() {
        return count();
      },
    };
  }

  /** The saved lesson; refused when it cannot be, or when somebody else has saved it since. */
  async save({ id, expectedVersion, ...input }: LessonInput): Promise<Result<Lesson>> {
    const lesson = {
      ...input,
      title: input.title.trim(),
      text: input.text.trim(),
      themes: input.themes.map((theme) => theme.trim()),
      applicationId: input.applicationId ?? null,
    };
    const problems = [...lessonRefusals(lesson, dayOf(this.clock.now())), ...(await this.pointers(lesson))];
    if (problems.length > 0) return refuse(problems);
    const searchText = [lesson.title, lesson.text, ...lesson.themes].map(swedishSortKey).join('\n');
    return this.unitOfWork.run(async (tx) => {
      const stored = id ? await this.repository.forUpdate(tx, id) : null;
      if (id && !stored) return refuse([refusal('lesson-unknown', ['id'], { id })]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      const key = id ?? this.ids.next();
      await this.repository.save(tx, { ...lesson, id: key, searchText });
      return accept((await this.repository.byId(tx, [key]))[0]!);
    });
  }

  private async pointers({ applicationId, usedByApplicationIds }: StatedLesson): Promise<readonly Refusal[]> {
    const ids: readonly (readonly [string, Path])[] = [
      ...(applicationId === null ? [] : [[applicationId, ['applicationId']] as const]),
      ...usedByApplicationIds.map((id, index) => [id, ['usedByApplicationIds', index]] as const),
    ];
    const found = await this.calls.application(ids.map(([id]) => id));
    return ids.flatMap(([id, path], index) => (found[index] ? [] : [refusal('application-unknown', path, { id })]));
  }
}

type StatedLesson = Omit<Lesson, 'id' | 'searchText' | 'version'>;

function lessonRefusals(lesson: StatedLesson, today: string): readonly Refusal[] {
  const { title, text, themes, cyclePhases, usedByApplicationIds, learntDate: date } = lesson;
  const lists = Object.entries({ themes, cyclePhases, usedByApplicationIds });
  return [
    ...textRefusals([
      { path: ['title'], text: title, isName: true },
      { path: ['text'], text },
      ...themes.map((theme, index) => ({ path: ['themes', index], text: theme, isName: true })),
    ]),
    ...(date > today ? [refusal('date-in-future', ['learntDate'], { date, today })] : []),
    ...lists.flatMap(([name, list]: [string, readonly string[]]) =>
      list.flatMap((item, index) =>
        list.indexOf(item) === index ? [] : [refusal('listed-twice', [name, index], { item })],
      ),
    ),
  ];
}
