import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { useSpeech } from './language';

interface Base {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What helps to fill it in. */
  readonly hint?: string | undefined;
  /** Why it was refused: one sentence or several. */
  readonly problems?: string | readonly string[] | undefined;
  /** The id of a sentence elsewhere that says what is wrong with several fields together. */
  readonly wrongBy?: string | undefined;
}

type Own<Attributes> = Base & Omit<Attributes, 'onChange' | 'value' | 'id'>;
type InputProps = { readonly as?: 'input' } & Own<InputHTMLAttributes<HTMLInputElement>>;
type SelectProps = { readonly as: 'select'; readonly children: ReactNode } & Own<
  SelectHTMLAttributes<HTMLSelectElement>
>;
type TextareaProps = { readonly as: 'textarea' } & Own<TextareaHTMLAttributes<HTMLTextAreaElement>>;

/**
 * A labelled field, with what helps and why it was refused below it and read out with it. What must be filled in is marked by its label.
 * In a `form-grid` labels, fields and what is said of them stand on the same lines across a row; a text takes the whole width.
 */
export function Field(props: InputProps | SelectProps | TextareaProps) {
  const id = useId();
  const { label, value, onChange, problems = [], hint, wrongBy, as = 'input', ...rest } = props;
  const said = typeof problems === 'string' ? [problems] : problems;
  const described = [hint && `${id}-hint`, said.length > 0 && `${id}-problem`, wrongBy].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    'aria-invalid': said.length > 0 || wrongBy !== undefined || undefined,
    'aria-describedby': described || undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <div className={as === 'textarea' ? 'field wide' : 'field'}>
      <label htmlFor={id} className={rest.required ? 'required' : undefined}>
        {label}
      </label>
      {as === 'select' ? (
        <select {...(rest as SelectHTMLAttributes<HTMLSelectElement>)} {...shared} />
      ) : as === 'textarea' ? (
        <textarea rows={2} {...(rest as TextareaHTMLAttributes<HTMLTextAreaElement>)} {...shared} />
      ) : (
        <input {...(rest as InputHTMLAttributes<HTMLInputElement>)} {...shared} />
      )}
      <div>
        {hint && (
          <p id={`${id}-hint`} className="soft hint">
            {hint}
          </p>
        )}
        {said.length > 0 && (
          <p id={`${id}-problem`} className="problem">
            {said.join(' ')}
          </p>
        )}
      </div>
    </div>
  );
}

/** What the mark of a field that must be filled in means. Seen in a form that has one. */
export function RequiredNote() {
  const { texts } = useSpeech();
  return <p className="soft required-note">{texts.requiredNote}</p>;
}
