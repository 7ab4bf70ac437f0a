import { useId, type InputHTMLAttributes, type ReactNode } from 'react';

interface Labelled {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What helps to fill it in. */
  readonly hint?: string | undefined;
  /** Why it was refused. */
  readonly problem?: string | undefined;
}

interface Own {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

interface FrameProps extends Pick<Labelled, 'label' | 'hint' | 'problem'> {
  readonly isWide?: boolean;
  readonly children: (own: Own) => ReactNode;
}

/** A label, what is filled in, and below it what helps and why it was refused, read out with the field. */
function Frame({ label, hint, problem, isWide = false, children }: FrameProps) {
  const id = useId();
  const said = hint !== undefined || problem !== undefined;
  return (
    <div className={isWide ? 'form-field wide' : 'form-field'}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem === undefined ? undefined : true,
        'aria-describedby': said ? `${id}-said` : undefined,
      })}
      <div id={`${id}-said`}>
        {hint !== undefined && <span className="soft">{hint}</span>}
        {problem !== undefined && <span className="problem">{problem}</span>}
      </div>
    </div>
  );
}

interface FieldProps extends Labelled, Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {}

/** A field of one line. */
export function FormField({ label, hint, problem, onChange, ...input }: FieldProps) {
  return (
    <Frame label={label} hint={hint} problem={problem}>
      {(own) => <input {...own} {...input} onChange={(event) => onChange(event.target.value)} />}
    </Frame>
  );
}

/** A field of several lines, as wide as the form. */
export function FormText({ label, hint, problem, onChange, value, rows = 2 }: Labelled & { readonly rows?: number }) {
  return (
    <Frame label={label} hint={hint} problem={problem} isWide>
      {(own) => <textarea {...own} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Frame>
  );
}

interface ChoiceProps extends Labelled {
  readonly choices: readonly (readonly [value: string, label: string])[];
}

/** One of several. */
export function FormChoice({ label, hint, problem, onChange, value, choices }: ChoiceProps) {
  return (
    <Frame label={label} hint={hint} problem={problem}>
      {(own) => (
        <select {...own} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}
