import type { InputHTMLAttributes } from 'react';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled field of a form. */
export function FormField({ label, onChange, ...input }: Props) {
  return (
    <label>
      {label}
      <br />
      <input {...input} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

/** Whole kronor as they are typed, with or without spaces; an empty field is 0, anything else stays for the service to refuse. */
export const kronor = (text: string): number => Number(text.replace(/\s/gu, '').replace(',', '.') || 0);

/** The day it is where the reader is. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());
