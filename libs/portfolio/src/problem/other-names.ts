/**
 * What the literature and other programs call things, and what the format calls them. Nothing is read by these names; they are in the
 * refusal, so that a person who types in a published problem is told what to write.
 */
const otherNames: Readonly<Record<string, string>> = {
  capacity: 'budget',
  capacities: 'budget',
  budgets: 'budget',
  funds: 'budget',
  limit: 'budget',
  costs: 'cost',
  price: 'cost',
  prices: 'cost',
  weights: 'cost',
  profit: 'value',
  profits: 'value',
  benefit: 'value',
  benefits: 'value',
  returns: 'value',
  npv: 'value',
  score: 'value',
  scores: 'values',
  criteria: 'values',
  items: 'projects',
  candidates: 'projects',
  alternatives: 'projects',
  votes: 'ballots',
  voters: 'ballots',
  profile: 'ballots',
  approvals: 'approves',
  approved: 'approves',
  approval: 'approves',
  vote: 'approves',
  points: 'utilities',
  utility: 'utilities',
  order: 'ranking',
  weight: 'count',
  multiplicity: 'count',
  category: 'group',
  categories: 'groups',
  precedence: 'requires',
  prerequisites: 'requires',
  depends: 'requires',
  excludes: 'exclusive',
  mutuallyexclusive: 'exclusive',
  conflicts: 'exclusive',
  interdependencies: 'synergies',
  interactions: 'synergies',
  minspending: 'limits',
  minimumspending: 'limits',
  constraints: 'limits',
  quotas: 'limits',
  cardinality: 'grants',
  maxprojects: 'grants',
  periods: 'years',
  sense: 'objective',
  goal: 'objective',
  question: 'tasks',
  task: 'tasks',
  rule: 'task',
  satisfaction: 'measure',
  sat: 'measure',
  tiebreaking: 'ties',
  tie: 'ties',
  allocation: 'selection',
  selected: 'selection',
  winners: 'selection',
  weightinformation: 'weightInformation',
};

const otherTasks: Readonly<Record<string, string>> = {
  optimize: 'optimise',
  knapsack: 'optimise',
  solve: 'optimise',
  mes: 'equal-shares',
  rulex: 'equal-shares',
  methodofequalshares: 'equal-shares',
  sequentialphragmen: 'phragmen',
  seqphragmen: 'phragmen',
  greedywelfare: 'greedy',
  utilitarian: 'greedy',
  greedyutilitarianwelfare: 'greedy',
  maxutilitarianwelfare: 'max-welfare',
  maxwelfare: 'max-welfare',
  pareto: 'efficient-portfolios',
  frontier: 'efficient-portfolios',
  biobjective: 'efficient-portfolios',
  rpm: 'robust-portfolios',
  coreindex: 'robust-portfolios',
  gini: 'inequality',
  hhi: 'inequality',
  herfindahl: 'inequality',
  theil: 'inequality',
  priceoffairness: 'fairness-bounds',
  effectivesupport: 'why-not-funded',
  projectloss: 'why-not-funded',
  ejr: 'representation',
  pjr: 'representation',
  statistics: 'election-statistics',
  voi: 'value-of-information',
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

/** `{ meant }`: the key of the format that an unknown key most likely stands for; {} when nothing is known of it. */
export function meantBy(key: string): { readonly meant?: string } {
  const meant = Object.hasOwn(otherNames, plain(key)) ? otherNames[plain(key)] : undefined;
  return meant && meant !== key ? { meant } : {};
}

/** The same for a task. */
export function taskMeantBy(task: string, tasks: readonly string[]): { readonly meant?: string } {
  const same = tasks.find((candidate) => plain(candidate) === plain(task));
  const meant = same ?? (Object.hasOwn(otherTasks, plain(task)) ? otherTasks[plain(task)] : undefined);
  return meant ? { meant } : {};
}
