import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  loadFormulaEngine,
  projectVariableNames,
  projectVariables,
  scoreRound,
  standardRoundScoring,
} from '@fordela/scoring';
import { demoRound } from '../support/demo-round';

const page = readFileSync(resolve(__dirname, '../../docs/formats/project-variables.md'), 'utf8');
const tables = page.split('## Examples');
const firstCells = (text: string) => [...text.matchAll(/^\| `([A-Za-z]+)` /gm)].map((match) => match[1] as string);

describe('docs/formats/project-variables.md', () => {
  it('lists every project variable, in order', () => {
    expect(firstCells(tables[0] as string)).toEqual([...projectVariableNames]);
  });
  it('has examples that run on the demonstration portfolio and give figures on their scales', async () => {
    const round = demoRound();
    const formulas = await loadFormulaEngine();
    const examples = [...(tables[1] as string).matchAll(/^\| ([^|`]+?) +\| `([^`]+)` +\| ([\d.]+)–([\d.]+) +\|/gm)];
    expect(examples).toHaveLength(8);
    const criteria = examples.map(([, name, formula, low, high], j) => ({
      id: `X${j + 1}`,
      key: `x${j + 1}`,
      nameSv: name as string,
      nameEn: name as string,
      question: null,
      reportReference: null,
      weight: 1,
      kind: 'computed' as const,
      formula: formula as string,
      scaleMin: Number(low),
      scaleMax: Number(high),
      direction: 'maximise' as const,
    }));
    const scored = scoreRound({ ...round, criteria, ratings: [] }, standardRoundScoring, null, formulas);
    if (!scored.ok) throw new Error(JSON.stringify(scored.refusal));
    for (const summary of scored.value.criteria) expect(summary.highest).toBeGreaterThan(summary.lowest as number);
    for (const { score } of scored.value.applications) expect(score).not.toBeNull();
  });
  it('gives the figures of the first demonstration application', () => {
    const round = demoRound();
    const application = round.applications.find(({ id }) => id === 'SRM-26-001');
    if (!application) throw new Error('SRM-26-001 is gone');
    // phases.csv: foresight 1,144,000 + application 936,000 of 5,200,000; applications.csv: 2,600,000 requested, 9 municipalities.
    expect(projectVariables(application, round)).toMatchObject({
      totalCostSek: 5_200_000,
      requestedShare: 0.5,
      leverage: 1,
      earlyPhaseShareOfCost: 0.4,
      durationMonths: 24,
      pooledFte: 2,
      sharingOrganisations: 11,
      municipalitiesServed: 9,
      smallMunicipalitiesReached: 5,
      inhabitantsServed: 302_566,
      receivingStructure: 1,
      anchoring: 1,
      cooperationIndex: 1,
    });
  });
});
