import { useState } from 'react';
import { followUpTexts, groupName } from '@fordela/wording';
import { useLessons, type Followed } from '../../data/follow-up';
import { useSpeech } from '../../ui/language';
import { Empty, Failure, Loading } from '../../ui/states';
import { LessonForm } from './lesson-form';

/** The library of lessons: searched before a new project is written. */
export function Lessons({ followed }: { readonly followed: Followed }) {
  const { language, list } = useSpeech();
  const say = followUpTexts[language];
  const [search, setSearch] = useState('');
  const page = useLessons(search.trim() === '' ? {} : { search });
  const shown = page.data?.lessons ?? [];
  return (
    <section className="card" id="lessons" aria-labelledby="lessons-heading">
      <h2 id="lessons-heading">{say.lessonTitle}</h2>
      <p className="soft">{say.lessonHelp}</p>
      <div className="row">
        <label>
          {say.searchLessons}
          <br />
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
        {page.data && (
          <p role="status" aria-label={say.lessonTitle}>
            {say.lessonsShown(shown.length, page.data.total)}
          </p>
        )}
      </div>
      {page.isPending && <Loading />}
      {page.isError && <Failure error={page.error} retry={() => void page.refetch()} />}
      {page.data && shown.length === 0 && <Empty>{say.noLessons}</Empty>}
      <ul className="plain entries">
        {shown.map((lesson) => {
          const tags = [
            ...lesson.themes.map((theme) => groupName('theme', theme, theme, language)),
            ...lesson.cyclePhases.map((phase) => groupName('phase', phase, phase, language)),
          ];
          return (
            <li key={lesson.id}>
              <h3 lang="sv">{lesson.title}</h3>
              <p lang="sv">{lesson.text}</p>
              <p className="soft">
                {lesson.application
                  ? say.learntIn(lesson.application.project.title, lesson.learntDate)
                  : lesson.learntDate}
                {tags.length > 0 && `. ${list(tags)}`}.{' '}
                {lesson.usedByApplications.length === 0
                  ? say.notUsed
                  : say.usedBy(list(lesson.usedByApplications.map(({ project }) => project.title)))}
              </p>
            </li>
          );
        })}
      </ul>
      <details>
        <summary>{say.lessonForm}</summary>
        <LessonForm followed={followed} />
      </details>
    </section>
  );
}
