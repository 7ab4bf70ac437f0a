import { reviewersWording } from './reviewers';

describe('wording about reviewers', () => {
  it.each(Object.entries(reviewersWording))(
    '%s is a sentence in both languages, also without figures',
    (_, wording) => {
      for (const language of ['sv', 'en'] as const) {
        const text = wording[language]({});
        expect(text).toMatch(/^[\p{Lu}”“?0-9A-Za-z].*[.?]$/su);
        expect(text).not.toMatch(/undefined|NaN|null(?! där)(?! where)/);
      }
      expect(wording.sv({})).not.toBe(wording.en({}));
    },
  );
  it('names who and what', () => {
    const conflict = reviewersWording['rating-conflict-left-out'];
    expect(conflict?.sv({ reviewer: 'R05', application: 'SRM-26-004', ratings: 8 })).toBe(
      'R05 har anmält jäv: 8 betyg på SRM-26-004 räknas inte.',
    );
    const parts = reviewersWording['ratings-disconnected'];
    expect(parts?.en({ applications: ['a', 'b'], reviewers: ['r'] })).toContain('links a and b (rated by r)');
  });
});
