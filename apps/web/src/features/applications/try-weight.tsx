import { useState } from 'react';
import { discussTexts } from '@fordela/wording';
import { useTriedWeight, type WeightSlack, type WeightToTry } from '../../data/ranking-trust';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { Failure, Loading } from '../../ui/states';
import { typedNumber } from '../../ui/typed-figures';

/** What one other weight would do to the line, in a sentence. */
export function TryWeight({ callId, weights }: { readonly callId: string; readonly weights: readonly WeightSlack[] }) {
  const { texts, language, share, list } = useSpeech();
  const say = discussTexts[language];
  const [criterionId, setCriterionId] = useState(weights[0]?.id ?? '');
  const [percent, setPercent] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [asked, setAsked] = useState<WeightToTry | null>(null);
  const answer = useTriedWeight(callId, asked, language);
  const now = weights.find(({ id }) => id === criterionId);
  const titles = (all: readonly { readonly title: string }[]) =>
    all.length === 0 ? say.nobody : list(all.map(({ title }) => say.quoted(title)));
  return (
    <section aria-label={say.tryTitle}>
      <p className="soft">{say.tryIntro}</p>
      <form
        className="row top"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = typedNumber(percent);
          const isUsable = typed !== null && typed >= 0 && typed <= 100;
          setIsWrong(!isUsable);
          setAsked(isUsable ? { criterionId, share: typed / 100 } : null);
        }}
      >
        <Field as="select" label={say.tryCriterion} value={criterionId} onChange={setCriterionId}>
          {weights.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Field>
        <Field
          label={say.tryWeight}
          inputMode="decimal"
          value={percent}
          onChange={setPercent}
          hint={now && say.tryNow(share(now.weight))}
          problems={isWrong ? say.tryWrong : []}
        />
        <button type="submit">{say.tryAsk}</button>
      </form>
      {asked && answer.isPending && <Loading text={texts.computing} />}
      {asked && answer.isError && <Failure error={answer.error} retry={() => void answer.refetch()} />}
      <p role="status" aria-label={say.tryTitle}>
        {asked &&
          answer.data &&
          (answer.data.entering.length + answer.data.leaving.length === 0
            ? say.tryNothing(share(answer.data.from), share(answer.data.to), answer.data.moved)
            : say.trySwaps(
                share(answer.data.from),
                share(answer.data.to),
                titles(answer.data.entering),
                titles(answer.data.leaving),
                answer.data.moved,
              ))}
      </p>
    </section>
  );
}
