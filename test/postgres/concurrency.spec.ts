import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;

describeOnDatabase('several at once', () => {
  const api = useTestApi();

  it('who edit the same from the same version: one is saved, the others are told', async () => {
    const edit = (weight: number) =>
      api().data<{ setWeights: { __typename: string } }>(
        `mutation($weight: Float!) { setWeights(callId: "${callId}", weights: [{ criterionId: "C1", weight: $weight, expectedVersion: 1 }]) { __typename } }`,
        { weight },
      );
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(edit));
    const names = outcomes.map(({ setWeights }) => setWeights.__typename);
    expect(names.filter((name) => name === 'WeightsSaved')).toHaveLength(1);
    expect(names.filter((name) => name === 'Refused')).toHaveLength(7);
  });

  it('who record the same new rating: one is first', async () => {
    const rated = new Set(
      demo.ratings.filter((rating) => rating.applicationId === 'SRM-26-002').map((rating) => rating.reviewerId),
    );
    const reviewerId = demo.reviewers.find(({ id }) => !rated.has(id))!.id;
    const record = (rating: number) =>
      api().data<{ recordRating: { __typename: string } }>(
        `mutation($rating: Float!, $reviewerId: ID!) { recordRating(input: { applicationId: "SRM-26-002", reviewerId: $reviewerId, criterionId: "C1", rating: $rating }) { __typename } }`,
        { rating, reviewerId },
      );
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(record));
    expect(outcomes.filter(({ recordRating }) => recordRating.__typename === 'RatingRecorded')).toHaveLength(1);
    const [row] = await api().unitOfWork.read((tx) =>
      tx.query<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM rating WHERE application_id = 'SRM-26-002' AND reviewer_id = $1 AND criterion_id = 'C1'`,
        [reviewerId],
      ),
    );
    expect(row!.count).toBe(1);
  });

  it('who change a round one after the other: no change is lost', async () => {
    const rename = (index: number) =>
      api().rounds.change(callId, (round) => ({
        ...round!,
        applications: round!.applications.map((application, at) =>
          at === index ? { ...application, note: `changed ${index}` } : application,
        ),
      }));
    await Promise.all([0, 1, 2, 3, 4, 5].map(rename));
    const { applications } = await api().rounds.load(callId);
    expect(applications.slice(0, 6).map(({ note }) => note)).toEqual(
      [0, 1, 2, 3, 4, 5].map((index) => `changed ${index}`),
    );
  });

  it('who read while another writes: a round is of one moment', async () => {
    const load = () => api().rounds.load(callId);
    const frames = async () => (await load()).budgetFrames.map(({ reservedSek }) => reservedSek);
    const write = (reservedSek: number) =>
      api().rounds.change(callId, (round) => ({
        ...round!,
        budgetFrames: round!.budgetFrames.map((frame) => ({ ...frame, reservedSek })),
      }));
    const reads = await Promise.all([
      write(1),
      frames(),
      write(2),
      frames(),
      write(3),
      frames(),
      frames(),
      write(4),
      frames(),
    ]);
    for (const seen of reads.filter((value): value is number[] => Array.isArray(value)))
      expect(
        new Set(seen).size === 1 || seen.join() === demo.budgetFrames.map(({ reservedSek }) => reservedSek).join(),
      ).toBe(true);
  });
});
