import { PriorityMatrix } from '@fordela/charts';
import { useState } from 'react';
import { horizonTexts, type HorizonTexts } from '@fordela/wording';
import { useMatrix, type MatrixItem, type MatrixKind } from '../../data/horizon';
import type { PriorityQuadrant } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { PercentSlider } from '../../ui/slider';
import { Empty, Failure, Loading } from '../../ui/states';
import { useWidth } from '../../ui/use-width';
import { MatrixTable } from './matrix-table';

const quadrants: readonly PriorityQuadrant[] = ['do_now', 'prepare', 'if_room', 'set_aside'];

/** A matrix item with the number it has in the picture and in the table; null when it is not placed. */
export interface NumberedItem extends MatrixItem {
  readonly no: number | null;
}

/** The prioritisation matrix: two axes and the reader's own two lines, as a picture and as a table. */
export function MatrixSection({ callId }: { readonly callId: string | undefined }) {
  const { texts, language } = useSpeech();
  const say = horizonTexts[language];
  const [kind, setKind] = useState<MatrixKind>('signals');
  const [shown, setShown] = useState({ importance: 50, readiness: 50 });
  const [lines, setLines] = useState({ importance: 0.5, readiness: 0.5 });
  const matrix = useMatrix(kind, callId, lines, language);
  const items = numbered(matrix.data ?? []);
  const line = (name: 'importance' | 'readiness') => ({
    value: shown[name],
    step: 5,
    onChange: (value: number) => setShown({ ...shown, [name]: value }),
    onChangeEnd: (value: number) => setLines({ ...lines, [name]: value / 100 }),
  });
  return (
    <section className="card" id="matrix" aria-labelledby="matrix-heading">
      <h2 id="matrix-heading">{say.matrixTitle}</h2>
      <p className="soft">{say.matrixHelp}</p>
      <div className="row matrix-choices">
        <label>
          {say.matrixOf}
          <br />
          <select value={kind} onChange={(event) => setKind(event.target.value as MatrixKind)}>
            <option value="signals">{say.matrixSignals}</option>
            <option value="readiness">{say.matrixApplications}</option>
            <option value="ease">{say.matrixEase}</option>
          </select>
        </label>
        <PercentSlider label={say.importanceLine} {...line('importance')} />
        <PercentSlider label={kind === 'ease' ? say.easeLine : say.readinessLine} {...line('readiness')} />
      </div>
      {matrix.isPending && <Loading />}
      {matrix.isError && <Failure error={matrix.error} retry={() => void matrix.refetch()} />}
      {matrix.data && items.length === 0 && <Empty>{texts.nothingHere}</Empty>}
      {items.length > 0 && <Matrix kind={kind} items={items} lines={shown} say={say} />}
    </section>
  );
}

function numbered(items: readonly MatrixItem[]): readonly NumberedItem[] {
  const order = (item: MatrixItem) => (item.quadrant === null ? 9 : quadrants.indexOf(item.quadrant));
  const sorted = [...items].sort(
    (a, b) =>
      order(a) - order(b) ||
      (b.importance ?? 0) - (a.importance ?? 0) ||
      (b.readiness ?? 0) - (a.readiness ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
  return sorted.map((item, index) => ({ ...item, no: item.quadrant === null ? null : index + 1 }));
}

function Matrix({
  kind,
  items,
  lines,
  say,
}: {
  readonly kind: MatrixKind;
  readonly items: readonly NumberedItem[];
  readonly lines: { readonly importance: number; readonly readiness: number };
  readonly say: HorizonTexts;
}) {
  const { number, list } = useSpeech();
  const [box, width] = useWidth<HTMLDivElement>(600);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const placed = items.filter(({ no }) => no !== null);
  const chosen = placed.find(({ id }) => id === chosenId);
  const counts = quadrants.map(
    (name) => `${say.quadrants[name]} ${placed.filter(({ quadrant }) => quadrant === name).length}`,
  );
  return (
    <>
      <p className="soft">
        {say.matrixDescription(placed.length, items.length)} {say.matrixCounts(list(counts))}
      </p>
      <div ref={box}>
        <PriorityMatrix
          points={placed.map((item) => ({
            id: item.id,
            mark: String(item.no),
            label: say.pointLabel(item.no ?? 0, item.title, item.quadrant ? say.quadrants[item.quadrant] : ''),
            across: item.readiness ?? 0,
            up: item.importance ?? 0,
          }))}
          lines={{ across: lines.readiness / 100, up: lines.importance / 100 }}
          fields={{
            topLeft: say.quadrants.prepare,
            topRight: say.quadrants.do_now,
            bottomLeft: say.quadrants.set_aside,
            bottomRight: say.quadrants.if_room,
          }}
          acrossLabel={kind === 'ease' ? say.axisEase : say.axisReadiness}
          upLabel={kind === 'signals' ? say.axisImportanceSignals : say.axisImportanceApplications}
          chosenId={chosenId}
          onChoose={setChosenId}
          width={Math.min(width, 900)}
          height={Math.min(520, Math.max(320, Math.round(width * 0.6)))}
          title={say.matrixTitle}
          formatTick={(value) => number(kind === 'signals' ? value * 5 : value, 1)}
        />
      </div>
      <p aria-live="polite" className="chosen">
        {chosen && (
          <>
            <strong>
              {chosen.no}. {chosen.title}
            </strong>
            {chosen.quadrant && `: ${say.quadrants[chosen.quadrant]}`}
          </>
        )}
      </p>
      <MatrixTable kind={kind} items={items} chosenId={chosenId} />
    </>
  );
}
