import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;

describeOnDatabase('records computed again', () => {
  const api = useTestApi();
  const verify = async (id: string) =>
    (
      await api().data<{
        verifyRecord: { isReproduced: boolean; problemIsIntact: boolean; differences: { figure: string }[] };
      }>(
        `{ verifyRecord(id: "${id}") { isReproduced problemIsIntact recordedEngineVersion engineVersion differences { figure recorded recomputed } } }`,
      )
    ).verifyRecord;

  it('come out the same, also after the call itself has changed', async () => {
    const { saveScenario } = await api().data<{
      saveScenario: { scenario: { allocationRecordId: string; evaluationRecordId: string } };
    }>(
      `mutation { saveScenario(input: { callId: "${callId}", name: "Underlag", options: { objective: value_times_money } }) {
        ... on ScenarioSaved { scenario { allocationRecordId evaluationRecordId } } } }`,
    );
    const { allocationRecordId, evaluationRecordId } = saveScenario.scenario;
    await api().rounds.change(callId, (round) => ({ ...round!, ratings: round!.ratings.slice(50) }));
    for (const id of [allocationRecordId, evaluationRecordId])
      expect(await verify(id)).toMatchObject({ isReproduced: true, problemIsIntact: true, differences: [] });
    await api().unitOfWork.run((tx) =>
      tx.query(`UPDATE engine_record SET result = jsonb_set(result, '{certificate,objective}', '1') WHERE id = $1`, [
        allocationRecordId,
      ]),
    );
    const spoilt = await verify(allocationRecordId);
    expect(spoilt.isReproduced).toBe(false);
    expect(spoilt.differences.map(({ figure }) => figure)).toEqual(['objective']);
    await api().unitOfWork.run((tx) =>
      tx.query(`UPDATE engine_record SET problem = jsonb_set(problem, '{title}', '"annat"') WHERE id = $1`, [
        evaluationRecordId,
      ]),
    );
    expect(await verify(evaluationRecordId)).toMatchObject({ isReproduced: false, problemIsIntact: false });
  });

  it('are not found when they are not there', async () => {
    const { errors } = await api().ask('{ verifyRecord(id: "none") { isReproduced } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });
});
