import { useState } from 'react';
import { useSelfTest } from '../../data/self-test';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Failure, Loading } from '../../ui/states';

/** "Reproduces n of n": the published examples, recomputed when the reader opens it. */
export function SelfTest() {
  const { texts } = useSpeech();
  const [open, setOpen] = useState(false);
  const test = useSelfTest(open);
  return (
    <section className="card">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.selfTestTitle}</summary>
        <p className="soft">{texts.selfTestIntro}</p>
        {open && test.isPending && <Loading text={texts.computing} />}
        {test.isError && <Failure error={test.error} retry={() => void test.refetch()} />}
        {test.data && (
          <>
            <p role="status" aria-label={texts.selfTestTitle}>
              <strong>{texts.selfTestAnswer(test.data.reproduced, test.data.total)}</strong>
            </p>
            <ScrollBox label={texts.selfTestTitle}>
              <table>
                <tbody>
                  {test.data.cases.map((own) => (
                    <tr key={own.id}>
                      <th scope="row">{own.id}</th>
                      <td>{own.source}</td>
                      <td>
                        <span className={`badge ${own.ok ? 'ok' : 'error'}`}>
                          {own.ok ? texts.reproduced : texts.differs}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          </>
        )}
      </details>
    </section>
  );
}
