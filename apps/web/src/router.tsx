import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { engineVersion } from '@fordela/scoring';
import type { Language } from '@fordela/wording';
import { AllocationPage } from './features/allocation/allocation-page';
import { ApplicationsPage } from './features/applications/applications-page';
import { EnvelopePage } from './features/envelope/envelope-page';
import { HorizonPage } from './features/horizon/horizon-page';
import { FollowUpPage } from './features/followup/followup-page';
import { IntakePage } from './features/intake/intake-page';
import { PolicyPage } from './features/policy/policy-page';
import { OverviewPage } from './features/overview/overview-page';
import { RulesPage } from './features/rules/rules-page';
import { ScenariosPage } from './features/scenarios/scenarios-page';
import { useCall } from './data/call';
import { policySearch } from './data/policy-choice';
import { SpeechProvider, useSpeech } from './ui/language';

interface RootSearch {
  readonly lang?: Language;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const rootRoute = createRootRoute({
  validateSearch: (search: Record<string, unknown>): RootSearch => (search['lang'] === 'en' ? { lang: 'en' } : {}),
  component: Root,
});

function Root() {
  const { lang } = useSearch({ from: '__root__' });
  return (
    <SpeechProvider language={lang ?? 'sv'}>
      <Shell />
    </SpeechProvider>
  );
}

function Shell() {
  const { texts, language } = useSpeech();
  const call = useCall();
  const navigate = useNavigate();
  return (
    <>
      <a className="skip" href="#content">
        {texts.skipToContent}
      </a>
      <header className="masthead">
        <div className="masthead-row">
          <Link className="brand" to="/" search={keepLanguage}>
            Fördela
          </Link>
          <nav aria-label={texts.mainNavigation}>
            <Link to="/" search={keepLanguage} activeOptions={{ exact: true, includeSearch: false }}>
              {texts.navApplications}
            </Link>
            <Link to="/fordelning" search={keepLanguage}>
              {texts.navAllocation}
            </Link>
            <Link to="/scenarier" search={keepLanguage}>
              {texts.navScenarios}
            </Link>
            <Link to="/vagval" search={keepLanguage}>
              {texts.navPolicies}
            </Link>
            <Link to="/ramen" search={keepLanguage}>
              {texts.navEnvelope}
            </Link>
            <Link to="/lagesbild" search={keepLanguage}>
              {texts.navOverview}
            </Link>
            <Link to="/utblick" search={keepLanguage}>
              {texts.navHorizon}
            </Link>
            <Link to="/uppfoljning" search={keepLanguage}>
              {texts.navFollowUp}
            </Link>
            <Link to="/las-in" search={keepLanguage}>
              {texts.navImport}
            </Link>
            <Link to="/regler" search={keepLanguage}>
              {texts.navRules}
            </Link>
          </nav>
          <button
            type="button"
            className="quiet"
            lang={language === 'sv' ? 'en' : 'sv'}
            onClick={() =>
              void navigate({
                to: '.',
                search: (previous) => ({ ...previous, lang: language === 'sv' ? 'en' : undefined }),
              })
            }
          >
            {texts.otherLanguage}
          </button>
        </div>
      </header>
      {call.data?.isExample && (
        <div className="example" role="note">
          <p>{texts.exampleMark}</p>
        </div>
      )}
      <main id="content">
        <Outlet />
      </main>
      <footer>
        <p>
          {texts.productClaim} {texts.signInNote} {call.data && texts.footerData(call.data.decisionDate, engineVersion)}
        </p>
      </footer>
    </>
  );
}

/** The language follows the reader from screen to screen; the rest of a screen's state does not. */
const keepLanguage = (previous: Record<string, unknown>) => (previous['lang'] === 'en' ? { lang: 'en' as const } : {});

const applicationsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: ApplicationsPage });

export interface AllocationSearch {
  /** Ceiling for the region's own projects, percent. */
  readonly andel?: number;
  readonly mal?: 'sum_of_value' | 'value_times_money';
  readonly rakna?: 'partner_budget' | 'lead_partner';
}

const allocationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fordelning',
  validateSearch: (search: Record<string, unknown>): AllocationSearch => {
    const share = Number(search['andel']);
    return {
      ...(Number.isInteger(share) && share >= 0 && share <= 100 && search['andel'] !== undefined
        ? { andel: share }
        : {}),
      ...(search['mal'] === 'value_times_money' ? { mal: 'value_times_money' as const } : {}),
      ...(search['rakna'] === 'lead_partner' ? { rakna: 'lead_partner' as const } : {}),
    };
  },
  component: AllocationPage,
});

export interface ScenariosSearch {
  readonly a?: string;
  readonly b?: string;
}

const scenariosRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/scenarier',
  validateSearch: (search: Record<string, unknown>): ScenariosSearch => {
    const [a, b] = [text(search['a']), text(search['b'])];
    return { ...(a ? { a } : {}), ...(b ? { b } : {}) };
  },
  component: ScenariosPage,
});

const policyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vagval',
  validateSearch: policySearch,
  component: PolicyPage,
});

const intakeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/las-in', component: IntakePage });
const envelopeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/ramen', component: EnvelopePage });
const horizonRoute = createRoute({ getParentRoute: () => rootRoute, path: '/utblick', component: HorizonPage });

export interface BasisSearch {
  /** Which projects: `decided`, `all_applications` or a scenario; the screen's own choice when left out. */
  readonly underlag?: string;
}
const basisSearch = (search: Record<string, unknown>): BasisSearch => {
  const asked = text(search['underlag']);
  return asked ? { underlag: asked } : {};
};
const followUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/uppfoljning',
  validateSearch: basisSearch,
  component: FollowUpPage,
});
const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lagesbild',
  validateSearch: basisSearch,
  component: OverviewPage,
});
const rulesRoute = createRoute({ getParentRoute: () => rootRoute, path: '/regler', component: RulesPage });

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    applicationsRoute,
    allocationRoute,
    scenariosRoute,
    policyRoute,
    envelopeRoute,
    overviewRoute,
    horizonRoute,
    followUpRoute,
    intakeRoute,
    rulesRoute,
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
