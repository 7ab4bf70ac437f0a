import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const options = { objective: 'value_times_money' };

interface Explained {
  readonly applicationId: string;
  readonly title: string;
  readonly fate: string;
  readonly price: number | null;
  readonly leaving: readonly { readonly title: string }[];
  readonly messageSv: string;
  readonly messageEn: string;
  readonly blockedBy: readonly { readonly messageSv: string }[];
  readonly changes: readonly {
    readonly kind: string;
    readonly to: number | null;
    readonly verified: boolean;
    readonly messageSv: string;
    readonly messageEn: string;
  }[];
}

describeOnDatabase('reasons for each yes and no', () => {
  const api = useTestApi();
  const explain = async (applicationIds: readonly string[] | null = null, more: object = {}) =>
    (
      await api().data<{
        explanations: {
          explanations?: readonly Explained[];
          refusals?: readonly { code: string; path: readonly string[] }[];
        };
      }>(
        `query($options: AllocationOptionsInput!, $ids: [ID!]) { explanations(callId: "${callId}", options: $options, applicationIds: $ids) {
          ... on Refused { refusals { code path } }
          ... on Explanations { certificate { status } explanations { applicationId title fate price leaving { title } entering { title }
            blockedBy { messageSv } fundedWithoutDecision messageSv messageEn changes { kind from to by verified smallest messageSv messageEn } } } } }`,
        { options: { ...options, ...more }, ids: applicationIds },
      )
    ).explanations;

  it('are given for every application, as the allocation itself has it', async () => {
    const { explanations } = await explain();
    expect(explanations!.map(({ applicationId }) => applicationId)).toEqual(demo.applications.map(({ id }) => id));
    const { allocation } = await api().data<{
      allocation: { funded: { applicationId: string }[]; leftOut: { applicationId: string }[] };
    }>(
      `query($o: AllocationOptionsInput!) { allocation(callId: "${callId}", options: $o) { ... on Allocation { funded { applicationId } leftOut { applicationId } } } }`,
      { o: options },
    );
    const withFate = (fate: string) =>
      explanations!.filter((own) => own.fate === fate).map(({ applicationId }) => applicationId);
    expect(withFate('funded').sort()).toEqual(allocation.funded.map(({ applicationId }) => applicationId).sort());
    expect(withFate('excluded').sort()).toEqual(allocation.leftOut.map(({ applicationId }) => applicationId).sort());
    expect(explanations!.every(({ messageSv, title }) => messageSv.includes(title))).toBe(true);
    expect(explanations!.flatMap(({ changes }) => changes).every(({ verified }) => verified)).toBe(true);
  });

  it('name who stands in the place of one that is not funded, and what would turn it', async () => {
    const { explanations } = await explain();
    const no = explanations!.find(({ fate, leaving }) => fate === 'not_funded' && leaving.length > 0)!;
    expect(no.price).toBeGreaterThan(0);
    expect(no.messageSv).toContain(no.leaving[0]!.title);
    expect(no.changes.map(({ kind }) => kind)).toContain('score');
  });

  it('say what score it would take, and when the scale ends before it', async () => {
    const { explanations } = await explain();
    const scores = explanations!
      .filter(({ fate }) => fate === 'not_funded')
      .flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'score'));
    const [within, beyond] = [scores.filter(({ to }) => to! <= 1), scores.filter(({ to }) => to! > 1)];
    expect(Math.min(within.length, beyond.length)).toBeGreaterThan(0);
    for (const { messageSv } of within)
      expect(messageSv).toMatch(/^Med poängen .+ i stället för .+ skulle ansökan komma med\.$/);
    for (const { messageSv } of beyond)
      expect(messageSv).toMatch(/^Inte ens högsta poäng, 1, räcker: det skulle behövas 1,\d+\.$/);
  });

  it('can be asked for one, and refuse one that is not there with its place', async () => {
    expect((await explain(['SRM-26-001'])).explanations).toHaveLength(1);
    expect((await explain(['SRM-26-001', 'NONE'])).refusals).toMatchObject([
      { code: 'allocation-unknown-project', path: ['applicationIds', '1'] },
    ]);
  });

  it('tell one funded in part what would give it the whole amount, never what would bring it in', async () => {
    const { explanations } = await explain(null, { objective: 'sum_of_value', partialGrants: 'smallest_or_requested' });
    const inPart = explanations!.filter(({ fate }) => fate === 'funded_in_part');
    const told = inPart.flatMap(({ changes }) => changes);
    expect(told.length).toBeGreaterThan(0);
    for (const { messageSv, messageEn } of told) {
      expect(messageSv).toContain('skulle ansökan få hela beloppet');
      expect(messageEn).toContain('the application would get the whole amount');
    }
  });

  it('name limits, groups, criteria and applications in words of the reader’s language, never by their keys', async () => {
    const limits = [{ dimension: 'ownerGroup', groups: ['region_own'], maxSek: 2_000_000 }];
    const { explanations } = await explain(null, { limits, maxGrants: 9 });
    const changes = explanations!.flatMap((own) => own.changes);
    const ofKind = (kind: string) => changes.filter((change) => change.kind === kind);
    expect(ofKind('group-limit')[0]!.messageSv).toMatch(/^Om ”Regionens egna” \(ägargrupp\) fick få högst /);
    expect(ofKind('group-limit')[0]!.messageEn).toMatch(/^If “Region’s own” \(owner group\) could get at most /);
    const weights = ofKind('weight');
    for (const { nameSv, nameEn } of demo.criteria) {
      const own = weights.filter(({ messageSv }) => messageSv.includes(`vikten på ${nameSv} vore`));
      for (const { messageEn } of own) expect(messageEn).toContain(`weight of ${nameEn} were`);
    }
    expect(weights.length).toBeGreaterThan(0);
    const texts = [...changes, ...explanations!].flatMap(({ messageSv, messageEn }) => [messageSv, messageEn]);
    expect(texts.filter((text) => /SRM-26-|limit-\d|region_own|ownerGroup|de-minimis|year-2|[?«»]/.test(text))).toEqual(
      [],
    );
    for (const own of explanations!.filter(({ fate }) => fate === 'impossible')) {
      expect(own.blockedBy.length).toBeGreaterThan(0);
      for (const limit of own.blockedBy) expect(own.messageSv).toContain(limit.messageSv);
    }
    expect(explanations!.some(({ fate }) => fate === 'impossible')).toBe(true);
  });

  it('price an override and name whom it displaces', async () => {
    const { explanations } = await explain();
    const no = explanations!.find(({ fate, leaving }) => fate === 'not_funded' && leaving.length > 0)!;
    const ask = async (into: readonly string[], out: readonly string[], reason: string | null = null) =>
      (
        await api().data<{
          overridePrices: {
            overrides?: { price: number; isPossible: boolean; leaving: { title: string }[] }[];
            together?: object;
            reason?: string | null;
            refusals?: { code: string; path: readonly string[] }[];
          };
        }>(
          `query($o: AllocationOptionsInput!, $in: [ID!]!, $out: [ID!]!, $reason: String) { overridePrices(callId: "${callId}", options: $o, in: $in, out: $out, reason: $reason) {
            ... on Refused { refusals { code path } }
            ... on OverridePrices { overrides { in { title } out { title } isPossible price entering { title } leaving { title } blockedBy { messageSv } } together { price } reason } } }`,
          { o: options, in: into, out, reason },
        )
      ).overridePrices;
    const { overrides } = await ask([no.applicationId], []);
    expect(overrides![0]!.price).toBe(no.price);
    expect(overrides![0]!.leaving.map(({ title }) => title)).toEqual(no.leaving.map(({ title }) => title));
    expect((await ask([], [])).refusals).toMatchObject([{ code: 'override-missing' }]);
    expect((await ask(['SRM-26-001'], ['SRM-26-002'])).together).toBeTruthy();
    expect((await ask(['SRM-26-001'], [])).reason).toBeNull();
    expect((await ask(['SRM-26-001'], [], 'Nämndens önskan')).reason).toBe('Nämndens önskan');
    expect((await ask(['SRM-26-001', 'NONE'], ['SRM-26-002', 'NOT'])).refusals).toEqual([
      { code: 'allocation-unknown-project', path: ['in', '1'] },
      { code: 'allocation-unknown-project', path: ['out', '1'] },
    ]);
    expect((await ask(['SRM-26-001'], ['SRM-26-001'])).refusals).toEqual([
      { code: 'allocation-must-and-excluded', path: ['out', '0'] },
    ]);
  });
});
