import {
  accept,
  cyclePhases,
  refuse,
  type CyclePhase,
  type Refusal,
  type ReportFrame,
  type Result,
} from '@fordela/domain';

const needKinds = ['structural', 'competence', 'resource'] as const;

/**
 * Reads `report-frame.json`: the needs, gaps and recommendations that coverage is measured against.
 * Errors  `report-frame-unreadable` (not JSON), `report-frame-wrong` with the place of every part that is not as it should be.
 */
export function readReportFrame(text: string): Result<ReportFrame, readonly Refusal[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse([{ code: 'report-frame-unreadable', path: [], params: {} }]);
  }
  const problems: Refusal[] = [];
  const wrong = (...path: readonly (string | number)[]) => {
    problems.push({ code: 'report-frame-wrong', path, params: { place: path.join('.') } });
  };
  const list = (name: string): readonly Readonly<Record<string, unknown>>[] => {
    const value: unknown = isRecord(data) ? data[name] : undefined;
    if (Array.isArray(value) && value.every(isRecord)) return value;
    wrong(name);
    return [];
  };
  const words = (
    item: Readonly<Record<string, unknown>>,
    name: string,
    ...path: readonly (string | number)[]
  ): readonly string[] => {
    const value = item[name];
    if (Array.isArray(value) && value.every((word) => typeof word === 'string' || typeof word === 'number'))
      return value.map(String);
    wrong(...path, name);
    return [];
  };
  const oneText = (
    item: Readonly<Record<string, unknown>>,
    name: string,
    ...path: readonly (string | number)[]
  ): string => {
    const value = item[name];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
    wrong(...path, name);
    return '';
  };
  const statedText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const source = isRecord(data) ? statedText(data['source']) : null;
  if (source === null) wrong('source');
  const frame: ReportFrame = {
    source: source ?? '',
    needs: list('needs').map((item, index) => {
      const kind = needKinds.find((known) => known === item['kind']);
      if (!kind) wrong('needs', index, 'kind');
      const phases = words(item, 'phases', 'needs', index);
      if (phases.some((phase) => !(cyclePhases as readonly string[]).includes(phase))) wrong('needs', index, 'phases');
      return {
        id: oneText(item, 'id', 'needs', index),
        kind: kind ?? 'structural',
        nameSv: oneText(item, 'name_sv', 'needs', index),
        phases: phases as readonly CyclePhase[],
        reference: statedText(item['reference']),
      };
    }),
    gaps: list('gaps').map((item, index) => ({
      id: oneText(item, 'id', 'gaps', index),
      nameSv: oneText(item, 'name_sv', 'gaps', index),
      answerSv: statedText(item['answer_sv']),
    })),
    recommendations: list('recommendations').map((item, index) => ({
      id: oneText(item, 'id', 'recommendations', index),
      nameSv: oneText(item, 'name_sv', 'recommendations', index),
      gapIds: words(item, 'gap_ids', 'recommendations', index),
    })),
    topRecommendationIds: isRecord(data) ? words(data, 'top_three') : [],
  };
  return problems.length === 0 ? accept(frame) : refuse(problems);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
