import { canonicalJson, fingerprint } from '@fordela/domain';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;

/**
 * Answers about the demonstration portfolio and the fingerprints of their canonical JSON. Both databases, and every machine, must give
 * these bytes. A fingerprint changes only with the data or with a field asked for; print the new ones with PRINT_ANSWERS=1.
 */
const answers: Readonly<Record<string, { readonly query: string; readonly print: string }>> = {
  registers: {
    query: `{ calls { id name isExample decisionDate availableSek budgetFrames { year frameSek availableSek } }
      municipalities { code name population populationDate neighbours { code } } strategyPriorities { id nameSv }
      actors(first: 100) { totalCount edges { cursor node { id name ownerGroup municipality { name } deMinimisAid { grantedDate amountEur } } } } }`,
    print: 'f98dfb91d67f85f618e873d996891b1545c477db56022b79868dc4671e725db0',
  },
  applications: {
    query: `{ applications(callId: "${callId}", first: 100, orderBy: { field: title }) { totalCount pageInfo { endCursor } edges { cursor node {
      id receivedDate requestedSek requested { year amountSek } dependencies { type to { id } }
      project { title themes totalCostSek pooledFte ownerParts { ownerGroup share } partners { costSharePct actor { name } }
        phases { cyclePhase startMonth costs { year amountSek } } financing { sourceType status amounts { year amountSek } } }
      ratings { rating reviewer { name } criterion { id } } } } } }`,
    print: '84f6dac10568cb38a8fa795121357e13e4a562549ae89dd05e2a02b0cc7b0f67',
  },
  findings: {
    query: `{ findings(callId: "${callId}") { key ruleId severity applicationId path params rows { table key } } }`,
    print: '72810930bebb53a005167cb9ec195ffe42cd8e3d2f45fc125bb4d70c9ba3119f',
  },
  scores: {
    query: `{ scores(callId: "${callId}") { ... on Scores { inputFingerprint ranking problem
      applications { applicationId score rank criteria { value weight contribution counted { reviewerId rating } } } } } }`,
    print: '4079e78b873e049b430448579e34f25c7f68fb8bc150f6abbcbd7ad2d64dd6a3',
  },
};

describeOnDatabase('the same data', () => {
  const api = useTestApi();

  it.each(Object.keys(answers))('give the same bytes in every database: %s', async (name) => {
    const { query, print } = answers[name]!;
    const data = await api().data<object>(query);
    if (process.env['PRINT_ANSWERS'] === '1')
      process.stderr.write(`${name}: ${fingerprint(data)} (${canonicalJson(data).length} characters)\n`);
    expect(fingerprint(data)).toBe(print);
  });
});
