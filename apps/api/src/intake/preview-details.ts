import { intakeRemedies, sentence } from '@fordela/wording';
import type { CommaPreview } from './comma-preview';
import type { ImportFinding, ImportPreview, ImportRow, PreviewDetails } from './import-preview.types';
import type { CellFinding } from './intake.types';
import type { ImportPreview as SheetPreview } from './sheet/preview.types';

/** A finding with its sentence and its remedy. */
function worded(finding: CellFinding): ImportFinding {
  const remedy = intakeRemedies[finding.code] ?? null;
  return {
    ...finding,
    messageSv: sentence(finding.code, finding.params, 'sv'),
    messageEn: sentence(finding.code, finding.params, 'en'),
    remedySv: remedy?.sv ?? null,
    remedyEn: remedy?.en ?? null,
  };
}

/** What there is to show of a kept preview. */
export function previewDetails({ kind, reading }: Pick<ImportPreview, 'kind' | 'reading'>): PreviewDetails {
  const { rows, findings } = reading as Pick<SheetPreview & CommaPreview, 'rows' | 'findings'>;
  const sheet = kind === 'spreadsheet' ? (reading as SheetPreview) : null;
  const count = (status: ImportRow['status']) => rows.filter((row) => row.status === status).length;
  return {
    rows: rows.map((row) => ({ ...row, findings: row.findings.map(worded) })),
    findings: findings.map(worded),
    counts: {
      ok: count('ok'),
      needsAttention: count('needs_attention'),
      error: count('error'),
      skipped: count('skipped'),
    },
    columns: sheet?.columns ?? [],
    mapping: sheet?.mapping ?? {},
    headerRow: sheet?.headerRow ?? null,
    proposedActors: sheet?.proposedActors ?? [],
  };
}
