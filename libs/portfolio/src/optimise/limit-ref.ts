/** Which limit of the problem something comes from: what a conflict, a price or a reason is told about. Plain JSON. */
export type LimitRef =
  | { readonly kind: 'ceiling'; readonly id: string }
  | { readonly kind: 'group-limit'; readonly id: string; readonly side: 'min' | 'max' }
  | { readonly kind: 'grants'; readonly side: 'min' | 'max' }
  | { readonly kind: 'minimum-grant' }
  | { readonly kind: 'link'; readonly id: string }
  | { readonly kind: 'joint-limit'; readonly id: string }
  | { readonly kind: 'must-fund'; readonly project: string }
  | { readonly kind: 'excluded'; readonly project: string };

export const limitKey = (ref: LimitRef): string =>
  [ref.kind, 'id' in ref ? ref.id : 'project' in ref ? ref.project : '', 'side' in ref ? ref.side : ''].join('|');

export const sameLimit = (a: LimitRef, b: LimitRef): boolean => limitKey(a) === limitKey(b);
