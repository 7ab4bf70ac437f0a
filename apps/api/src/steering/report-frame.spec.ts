import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { coverage, type ReportFrame } from '@fordela/domain';
import { demoRound } from '../../../../test/support/demo-round';
import { readReportFrame } from './report-frame';

const text = readFileSync(resolve(__dirname, '../../../../demo/data/report-frame.json'), 'utf8');
const read = (of = text): ReportFrame => {
  const result = readReportFrame(of);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const withPhases = (phases: readonly string[]) => {
  const data = JSON.parse(text) as { needs: { phases: readonly string[] }[] };
  if (data.needs[1]) data.needs[1].phases = phases;
  return JSON.stringify(data);
};

describe('the frame of the report', () => {
  it('has sixteen needs, eight gaps and nine recommendations, three of them first', () => {
    const frame = read();
    expect([frame.needs.length, frame.gaps.length, frame.recommendations.length]).toEqual([16, 8, 9]);
    expect(frame.gaps[3]).toEqual({
      id: '4',
      nameSv: 'Ambitioner och tillgängliga resurser',
      answerSv: '1:1-medel mer strategiskt: tidiga faser, gemensamma satsningar, kapacitet',
    });
    expect(frame.source).toContain('Kraftsamla Sörmland');
    expect(frame.topRecommendationIds).toEqual(['5.2.1', '5.2.3', '5.2.8']);
    expect(frame.needs.find((need) => need.id === 'K3')).toMatchObject({
      kind: 'competence',
      phases: ['implementation', 'closure'],
      reference: 'Tabell 3',
    });
  });

  it('knows every tag of the demonstration portfolio but two, which are chapters and no recommendations', () => {
    const round = demoRound();
    const result = coverage(round, read(), new Map(round.applications.map((item) => [item.id, item.requestedSek])));
    expect(result.unknownTags.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'recommendation 5.3.5',
      'recommendation 5.3.6',
    ]);
    expect(result.uncovered).toEqual({ need: ['R2'], gap: [], recommendation: [], priority: [] });
  });

  it.each([
    ['{', 'report-frame-unreadable', []],
    ['[]', 'report-frame-wrong', ['source']],
    ['{"source":"x"}', 'report-frame-wrong', ['needs']],
    [text.replace('"structural"', '"other"'), 'report-frame-wrong', ['needs', 0, 'kind']],
    [text.replace('"id": "S2"', '"id": ""'), 'report-frame-wrong', ['needs', 1, 'id']],
    [withPhases(['slut']), 'report-frame-wrong', ['needs', 1, 'phases']],
  ])('is refused with its place when it is wrong', (broken, code, path) => {
    const result = readReportFrame(broken);
    const [first] = result.ok ? [] : result.refusal;
    expect(first && [first.code, first.path]).toEqual([code, path]);
  });
});
