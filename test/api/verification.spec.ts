import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;

interface Verification {
  readonly isReproduced: boolean;
  readonly methodIsChanged: boolean;
  readonly problemIsIntact: boolean;
  readonly hasFingerprints: boolean;
  readonly recordedFingerprint: string;
  readonly recomputedFingerprint: string;
  readonly differences: readonly { figure: string; code: string; messageSv: string; messageEn: string }[];
  readonly notRecomputed: readonly { figure: string; code: string }[];
}

describeOnDatabase('records computed again', () => {
  const api = useTestApi();
  const sql = (statement: string, values: readonly unknown[]) =>
    api().unitOfWork.run((tx) => tx.query(statement, [...values]));
  const verify = async (id: string) =>
    (
      await api().data<{ verifyRecord: Verification }>(
        `{ verifyRecord(id: "${id}") { isReproduced methodIsChanged problemIsIntact hasFingerprints recordedEngineVersion
          engineVersion recordedFingerprint recomputedFingerprint
          differences { figure recorded recomputed code messageSv messageEn }
          notRecomputed { figure code messageSv messageEn } } }`,
      )
    ).verifyRecord;
  const save = async (name: string) =>
    (
      await api().data<{
        saveScenario: { scenario: { allocationRecordId: string; evaluationRecordId: string } };
      }>(
        `mutation { saveScenario(input: { callId: "${callId}", name: "${name}", options: { objective: value_times_money } }) {
        ... on ScenarioSaved { scenario { allocationRecordId evaluationRecordId } } } }`,
      )
    ).saveScenario.scenario;
  /** Verifies the record with one place of its answer set to another value, and sets it back. */
  const spoilt = async (id: string, path: string, value: unknown): Promise<Verification> => {
    const [{ result }] = await sql('SELECT result FROM engine_record WHERE id = $1', [id]);
    await sql(`UPDATE engine_record SET result = jsonb_set(result, $2::text[], $3::jsonb) WHERE id = $1`, [
      id,
      path.split('.'),
      JSON.stringify(value),
    ]);
    const verification = await verify(id);
    await sql('UPDATE engine_record SET result = $2 WHERE id = $1', [id, JSON.stringify(result)]);
    return verification;
  };

  it('come out the same, also after the call itself has changed', async () => {
    const { allocationRecordId, evaluationRecordId } = await save('Underlag');
    await api().rounds.change(callId, (round) => ({ ...round!, ratings: round!.ratings.slice(50) }));
    for (const id of [allocationRecordId, evaluationRecordId]) {
      const verification = await verify(id);
      expect(verification.differences).toEqual([]);
      expect(verification).toMatchObject({ isReproduced: true, problemIsIntact: true, hasFingerprints: true });
      expect(verification.recomputedFingerprint).toBe(verification.recordedFingerprint);
      expect(verification.notRecomputed.map(({ figure }) => figure)).toContain('recordedAt');
    }
  });

  it('name every part of an allocation that has been changed', async () => {
    const { allocationRecordId: id } = await save('Fördelning');
    const figures = async (path: string, value: unknown) =>
      (await spoilt(id, path, value)).differences.map(({ figure, code }) => [figure, code]);
    const ofAnswer: [string, unknown][] = [
      ['certificate.objective', 1],
      ['certificate.bound', 1],
      ['certificate.status', 'feasible'],
      ['conventions.tieRule', 'chance'],
      ['tied.isComplete', null],
      ['tied.portfolios.0.0', 'SRM-26-999'],
      ['funded.0.grantedSek', 1],
      ['funded.0.score', 0.5],
      ['notFunded.0', 'SRM-26-999'],
      ['ceilings.0.used', 1],
      ['value', 0],
      ['inputFingerprint', 'x'],
      ['answer.results.0.outcome.portfolio.money', 1],
      ['answer.solver.name', 'x'],
    ];
    for (const [path, value] of ofAnswer) expect(await figures(path, value)).toEqual([[path, 'record-figure-differs']]);
    for (const path of ['engineVersion', 'method', 'certificate.methodVersion', 'answer.results.0.methodVersion'])
      expect(await figures(path, '0.9')).toEqual([[path, 'record-method-differs']]);
    for (const path of ['shares.ownerGroups.0.amountSek', 'funded.0.title', 'conventions.ruleBook', 'unusedSek'])
      expect(await figures(path, 1)).toEqual([[path.split('.')[0], 'record-part-changed']]);
    expect((await verify(id)).isReproduced).toBe(true);
  });

  it('name every part of an evaluation that has been changed', async () => {
    const { evaluationRecordId: id } = await save('Poäng');
    expect((await verify(id)).differences).toEqual([]);
    const ofAnswer: [string, unknown][] = [
      ['applications.0.score', 0.5],
      ['applications.0.rank', 99],
      ['applications.0.criteria.0.contribution', 0.5],
      ['applications.0.criteria.0.weight', 0.5],
      ['ranking.0.0', 'SRM-26-999'],
      ['criteria.0.weight', 0.9],
      ['answer.results.0.conventions.ties', 'chance'],
    ];
    for (const [path, value] of ofAnswer)
      expect((await spoilt(id, path, value)).differences).toMatchObject([
        { figure: path, code: 'record-figure-differs' },
      ]);
    for (const path of ['conventions.ties', 'applications.30.criteria.0.ratings.counted.0.rating', 'inputFingerprint'])
      expect((await spoilt(id, path, 1)).differences).toMatchObject([
        { figure: path.split('.')[0], code: 'record-part-changed' },
      ]);
    const changed = await spoilt(id, 'methodVersion', '0');
    expect(changed).toMatchObject({ isReproduced: false, methodIsChanged: true });
    expect(changed.differences[0]?.messageSv).toContain('metoden har ändrats sedan dess, från "0" till "1"');
    expect(changed.differences[0]?.messageEn).toContain('the method has changed since then, from "0" to "1"');
  });

  it('tell of a changed problem, a changed name and records older than fingerprints', async () => {
    const { evaluationRecordId: id } = await save('Äldre');
    await sql('UPDATE engine_record SET fingerprints = NULL WHERE id = $1', [id]);
    expect(await verify(id)).toMatchObject({ isReproduced: true, hasFingerprints: false });
    expect((await spoilt(id, 'applications.0.score', 0.5)).isReproduced).toBe(false);
    await sql(
      `UPDATE engine_record SET result = result - 'answer', engine_version = 'additive-value@0' WHERE id = $1`,
      [id],
    );
    expect((await verify(id)).differences.map(({ figure }) => figure)).toEqual(['id']);
    await sql(`UPDATE engine_record SET problem = jsonb_set(problem, '{title}', '"annat"') WHERE id = $1`, [id]);
    expect(await verify(id)).toMatchObject({ isReproduced: false, problemIsIntact: false });
  });

  it('are not found when they are not there', async () => {
    const { errors } = await api().ask('{ verifyRecord(id: "none") { isReproduced } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });
});
