import { Input, Label, NumberField, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useSpeech } from './language';

interface Props {
  readonly label: string;
  /** 0–100. */
  readonly value: number;
  readonly step?: number;
  readonly swatch?: string;
  readonly note?: string;
  readonly onChange: (value: number) => void;
  readonly onChangeEnd?: (value: number) => void;
}

/** A percentage as a slider and, for those who would rather type, as a number. Works by pointer, keyboard and screen reader. */
export function PercentSlider({ label, value, step = 1, swatch, note, onChange, onChangeEnd }: Props) {
  const { share } = useSpeech();
  return (
    <div className="slider">
      <Slider
        style={{ gridColumn: '1 / -1', display: 'contents' }}
        value={value}
        minValue={0}
        maxValue={100}
        step={step}
        onChange={(next) => onChange(next as number)}
        onChangeEnd={(next) => onChangeEnd?.(next as number)}
      >
        <Label>
          {swatch && <span className="swatch" style={{ background: swatch }} aria-hidden="true" />}
          {label}
          {note && <span className="soft"> ({note})</span>}
        </Label>
        <SliderOutput>{share(value / 100)}</SliderOutput>
        <SliderTrack className="track">
          <SliderThumb className="thumb" />
        </SliderTrack>
      </Slider>
    </div>
  );
}

/** A percentage to type. */
export function PercentField({ label, value, onChange }: Pick<Props, 'label' | 'value' | 'onChange'>) {
  return (
    <NumberField
      value={value / 100}
      minValue={0}
      maxValue={1}
      formatOptions={{ style: 'percent', maximumFractionDigits: 1 }}
      onChange={(next) => {
        if (!Number.isNaN(next)) onChange(next * 100);
      }}
    >
      <Label>{label}</Label>
      <Input style={{ width: '6.5rem' }} />
    </NumberField>
  );
}
