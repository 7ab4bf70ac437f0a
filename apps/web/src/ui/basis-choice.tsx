import { followUpTexts } from '@fordela/wording';
import type { Basis, BasisChoices } from '../data/basis';
import { useSpeech } from './language';

/** Chooses which projects a screen is about, and says what that basis is: decided, proposed or neither. */
export function BasisChoice({
  basis,
  choices,
  isChosen,
  onChoose,
}: {
  readonly basis: Basis;
  readonly choices: BasisChoices;
  /** False when nobody has asked for it. */
  readonly isChosen: boolean;
  readonly onChoose: (asked: string) => void;
}) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  return (
    <div className="row basis">
      <label>
        {say.basis}
        <br />
        <select value={basis.scenarioId ?? basis.kind} onChange={(event) => onChoose(event.target.value)}>
          <option value="decided">{say.basisNames.decided}</option>
          <option value="all_applications">{say.basisNames.all_applications}</option>
          {choices.scenarios.map(({ id, name }) => (
            <option key={id} value={id}>{`${say.basisNames.scenario}: ${name}`}</option>
          ))}
        </select>
      </label>
      <p>
        {!isChosen && basis.kind === 'all_applications' && `${say.nothingDecided} `}
        {say.basisNotes[basis.kind]}
      </p>
    </div>
  );
}
