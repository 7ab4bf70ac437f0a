import { useState } from 'react';
import { actorRoleNames, actorTypeNames, groupName, horizonTexts, nameOf } from '@fordela/wording';
import { useActorMap, type ActorMap } from '../../data/horizon';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty, Failure, Loading } from '../../ui/states';

const phases = ['foresight_idea', 'application', 'implementation', 'closure'] as const;

/** Who says they do what, beside the projects they are in; and the roles nobody has in a phase. */
export function Actors({ callId }: { readonly callId: string | undefined }) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const map = useActorMap(callId, language);
  return (
    <section className="card" id="actors" aria-labelledby="actors-heading">
      <h2 id="actors-heading">{say.actorsTitle}</h2>
      <p className="soft">{say.actorsHelp}</p>
      {map.isLoading && <Loading />}
      {map.isError && <Failure error={map.error} retry={() => void map.refetch()} />}
      {map.data && (
        <>
          <ActorTable map={map.data} />
          <RolesByPhase map={map.data} />
        </>
      )}
    </section>
  );
}

function ActorTable({ map }: { readonly map: ActorMap }) {
  const { texts, language, list } = useSpeech();
  const say = horizonTexts[language];
  const [type, setType] = useState('');
  const [search, setSearch] = useState('');
  const types = [...new Set(map.actors.map(({ actor }) => actor.actorType))];
  const rows = map.actors.map((entry) => ({
    ...entry,
    said: entry.roles.map(({ role }) => nameOf(actorRoleNames, role, language)),
  }));
  const needle = search.trim().toLocaleLowerCase('sv');
  const shown = rows
    .filter(({ actor }) => type === '' || actor.actorType === type)
    .filter(({ actor, said }) => [actor.name, ...said].join(' ').toLocaleLowerCase('sv').includes(needle))
    .sort((a, b) => a.actor.name.localeCompare(b.actor.name, 'sv'));
  return (
    <>
      <div className="row">
        <label>
          {say.searchActors}
          <br />
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
        <label>
          {say.actorType}
          <br />
          <select value={type} onChange={(event) => setType(event.target.value)}>
            <option value="">{say.allActorTypes}</option>
            {types.map((name) => (
              <option key={name} value={name}>
                {nameOf(actorTypeNames, name, language)}
              </option>
            ))}
          </select>
        </label>
        <p role="status" aria-label={say.actorsTitle}>
          {say.actorsShown(shown.length, rows.length)}
        </p>
      </div>
      {shown.length === 0 ? (
        <Empty>{texts.nothingHere}</Empty>
      ) : (
        <ScrollBox label={say.actorsTitle}>
          <table>
            <caption>{say.actorsTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{say.actor}</th>
                <th scope="col">{say.actorType}</th>
                <th scope="col">{say.roles}</th>
                <th scope="col">{say.leads}</th>
                <th scope="col">{say.joins}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ actorId, actor, said, leadsApplicationIds, joinsApplicationIds }) => (
                <tr key={actorId}>
                  <th scope="row">
                    {actor.name}{' '}
                    {actor.municipality && (
                      <span className="id">
                        {say.seat} {actor.municipality.name}
                      </span>
                    )}
                  </th>
                  <td>{nameOf(actorTypeNames, actor.actorType, language)}</td>
                  <td>{said.length === 0 ? <span className="soft">{say.noRoles}</span> : list(said)}</td>
                  {[leadsApplicationIds, joinsApplicationIds].map((ids, index) => (
                    <td key={index} title={ids.join(', ')}>
                      {ids.length === 0 ? '–' : say.projectsCount(ids.length)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  );
}

function RolesByPhase({ map }: { readonly map: ActorMap }) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const roles = [...new Set(map.rolesByPhase.map(({ role }) => role))];
  const names = new Map(map.actors.map(({ actorId, actor }) => [actorId, actor.name]));
  const idsIn = (role: string, phase: string) =>
    map.rolesByPhase.find((entry) => entry.role === role && entry.cyclePhase === phase)?.actorIds ?? [];
  return (
    <>
      <h3>{say.gapsTitle}</h3>
      <p className="soft">{say.gapsHelp}</p>
      <ScrollBox label={say.gapsTitle}>
        <table>
          <caption>{say.gapsTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{say.role}</th>
              {phases.map((phase) => (
                <th key={phase} scope="col" className="number wrap">
                  {groupName('phase', phase, phase, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <tr key={role}>
                <th scope="row">{nameOf(actorRoleNames, role, language)}</th>
                {phases.map((phase) => {
                  const ids = idsIn(role, phase);
                  return (
                    <td key={phase} className="number" title={ids.map((id) => names.get(id) ?? id).join(', ')}>
                      {ids.length === 0 ? <span className="badge warning">{say.nobody}</span> : ids.length}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
