// Made by scripts/graphql-types.mjs from apps/api/schema.graphql and the .graphql files beside it. Not edited by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Who owns a project in the split the committee discusses (report 5.2.8). */
export type OwnerGroup =
  /** Run by municipalities. */
  | 'municipal'
  /** Run by others. */
  | 'other'
  /** Run by the region itself. */
  | 'region_own';

/** What a finding means for the application. */
export type Severity =
  /** Stops the application until it is mended, overridden or reinstated. */
  | 'error'
  /** A rating is left out. */
  | 'exclude_rating'
  /** Only a person can judge. */
  | 'manual_review'
  /** Limits which applications can be granted together. */
  | 'portfolio_constraint'
  /** To be looked at; does not stop. */
  | 'warning';

export type CallsQueryVariables = Exact<{ [key: string]: never }>;

export type CallsQuery = {
  readonly calls: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly isExample: boolean;
    readonly decisionDate: string;
    readonly availableSek: number;
    readonly criteria: ReadonlyArray<{
      readonly id: string;
      readonly nameSv: string;
      readonly nameEn: string;
      readonly weight: number;
    }>;
  }>;
};

export type ScoredApplicationsQueryVariables = Exact<{
  callId: string | number;
}>;

export type ScoredApplicationsQuery = {
  readonly scores:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'Scores';
        readonly applications: ReadonlyArray<{
          readonly missingRatings: number;
          readonly excludedRatings: number;
          readonly criteria: ReadonlyArray<{
            readonly criterionId: string;
            readonly performance: number | null;
            readonly value: number | null;
          }>;
          readonly application: {
            readonly id: string;
            readonly requestedSek: number;
            readonly project: {
              readonly title: string;
              readonly summary: string;
              readonly ownerGroup: OwnerGroup;
              readonly leadPartner: { readonly name: string };
            };
            readonly findings: ReadonlyArray<{
              readonly key: string;
              readonly severity: Severity;
              readonly ruleNameSv: string;
              readonly ruleNameEn: string;
              readonly messageSv: string;
              readonly messageEn: string;
              readonly remedySv: string;
              readonly remedyEn: string;
            }>;
          };
        }>;
      };
};
