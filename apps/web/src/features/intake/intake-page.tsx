import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commitImport, previewImport, type ImportPreview } from '../../data/intake';
import { useCall } from '../../data/call';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Page } from '../../ui/page';
import { Failure, Loading } from '../../ui/states';

/** A spreadsheet in three steps: choose, look at every cell's finding, save the rows you chose, all or nothing. */
export function IntakePage() {
  const { texts, language } = useSpeech();
  const call = useCall();
  const callId = call.data?.id;
  const previewing = useMutation({
    mutationFn: (file: File) => previewImport(callId ?? '', file, language),
  });
  return (
    <Page title={texts.importTitle} intro={texts.importIntro}>
      <section className="card">
        <label>
          {texts.chooseFile}
          <br />
          <input
            type="file"
            accept=".csv,.tsv,.txt,.xlsx"
            disabled={callId === undefined}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) previewing.mutate(file);
            }}
          />
        </label>
      </section>
      {previewing.isPending && <Loading text={texts.computing} />}
      {previewing.isError && <Failure error={previewing.error} />}
      {previewing.data?.refused && (
        <div className="notice error" role="alert">
          {previewing.data.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {previewing.data && !previewing.data.refused && (
        <Preview key={previewing.data.preview.id} preview={previewing.data.preview} />
      )}
      {callId !== undefined && <Export callId={callId} />}
    </Page>
  );
}

function Export({ callId }: { readonly callId: string }) {
  const { texts } = useSpeech();
  const files = [
    ['xlsx', texts.exportXlsx],
    ['csv', texts.exportCsv],
    ['zip', texts.exportZip],
  ] as const;
  return (
    <section className="card" aria-labelledby="export-heading">
      <h2 id="export-heading">{texts.exportTitle}</h2>
      <p>{texts.exportIntro}</p>
      <ul className="plain row">
        {files.map(([format, label]) => (
          <li key={format}>
            <a href={`/export/${encodeURIComponent(callId)}.${format}`} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const badge = { ok: 'ok', needs_attention: 'warning', error: 'error', skipped: 'info' } as const;

function Preview({ preview }: { readonly preview: ImportPreview }) {
  const { texts, language } = useSpeech();
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(preview.rows.filter((row) => row.status === 'ok').map((row) => row.id)),
  );
  const queryClient = useQueryClient();
  const committing = useMutation({
    mutationFn: () => commitImport(preview.id, [...taken], language),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const counts = { ok: 0, needs_attention: 0, error: 0, skipped: 0 };
  for (const row of preview.rows) counts[row.status] += 1;
  const words = {
    ok: texts.statusOk,
    needs_attention: texts.statusAttention,
    error: texts.statusError,
    skipped: texts.statusSkipped,
  };
  return (
    <section className="card" aria-labelledby="preview-heading">
      <h2 id="preview-heading">{texts.preview}</h2>
      <p role="status" aria-label={texts.preview}>
        {texts.previewAnswer(preview.rows.length, counts.ok, counts.needs_attention, counts.error, counts.skipped)}
      </p>
      {preview.findings.length > 0 && (
        <ul className="plain notice">
          {preview.findings.map((finding, index) => (
            <li key={index}>{finding.sentence}</li>
          ))}
        </ul>
      )}
      <ScrollBox label={texts.preview}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.take}</th>
              <th scope="col" className="number">
                {texts.row}
              </th>
              <th scope="col">{texts.application}</th>
              <th scope="col">{texts.findings}</th>
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${texts.take}: ${row.applicationId ?? ''} ${row.title}`}
                    disabled={row.status === 'error' || row.status === 'skipped'}
                    checked={taken.has(row.id)}
                    onChange={(event) => {
                      const next = new Set(taken);
                      if (event.target.checked) next.add(row.id);
                      else next.delete(row.id);
                      setTaken(next);
                    }}
                  />
                </td>
                <td className="number">{row.row}</td>
                <th scope="row">
                  {row.title} <span className="id">{row.applicationId}</span>
                  <br />
                  <span className={`badge ${badge[row.status]}`}>{words[row.status]}</span>
                </th>
                <td>
                  <ul className="plain">
                    {row.findings.map((finding, index) => (
                      <li key={index}>
                        {finding.column && <strong>{`${finding.column} (${finding.columnLetter ?? ''}): `}</strong>}
                        {finding.sentence}{' '}
                        {finding.read !== null && (
                          <span className="soft">
                            {`${texts.wasRead}: «${finding.read}»`}
                            {finding.understoodAs !== null &&
                              `, ${texts.understoodAs.toLocaleLowerCase(language)}: «${finding.understoodAs}»`}
                          </span>
                        )}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p>
        <button
          type="button"
          className="primary"
          disabled={taken.size === 0 || committing.isPending}
          onClick={() => committing.mutate()}
        >
          {texts.commit(taken.size)}
        </button>
      </p>
      <p role="status" aria-label={texts.save}>
        {committing.data?.committed &&
          texts.committed(committing.data.inserted, committing.data.updated, committing.data.unchanged)}
        {committing.data?.committed === false && committing.data.sentences.join(' ')}
      </p>
      {committing.isError && <Failure error={committing.error} />}
    </section>
  );
}
