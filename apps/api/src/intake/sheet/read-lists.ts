import type { Actor, ActorType, DependencyType, LegalForm, Municipality } from '@fordela/domain';
import { nearest, plainWords } from './plain-words';
import {
  cellNote,
  errorNote,
  misread,
  noted,
  plainly,
  type Reading,
  type ReadingNote,
  type SheetCell,
} from './sheet.types';
import { themeWords } from './words';

const wholeCounty = [
  'hela länet',
  'länet',
  'alla kommuner',
  'samtliga kommuner',
  'samtliga',
  'alla',
  'hela sörmland',
  'sörmland',
  'södermanlands län',
];

/**
 * Municipalities by name or code: `Nyköping, Oxelösund`, `Nyköpings kommun`, `0480`, `Hela länet`.
 *
 * Edges   `Hela länet` is all of them. A near misspelling is taken as meant, and flagged for someone to confirm. A code that lost its
 *         leading zero in Excel gets it back, and that is said.
 * Errors  `municipality-unknown` with the name.
 */
export function readMunicipalities(cell: SheetCell, all: readonly Municipality[]): Reading<readonly string[]> {
  const text = cell.text.trim();
  if (text === '') return plainly<readonly string[]>(null);
  if (wholeCounty.includes(plainWords(text)))
    return noted(
      all.map((item) => item.code),
      'municipalities-all',
      'certain',
      { count: all.length },
    );
  const codes: string[] = [];
  const notes: ReadingNote[] = [];
  for (const name of text.split(/[,;|/\n]|\s(?:och|samt|&)\s/u).map((part) => part.trim())) {
    if (name === '') continue;
    const byCode = all.find((item) => item.code === name.padStart(4, '0') && /^\d{3,4}$/u.test(name));
    const municipality = byCode ?? all.find((item) => municipalityNames(item).includes(plainWords(name)));
    const near = municipality ?? nearest(name, all, (item) => item.name);
    if (!near && /^\d{4}$/u.test(name)) {
      // A code is kept as written, as the comma files keep it: the rules report codes that do not exist.
      notes.push(cellNote('municipality-code-unknown', 'uncertain', { code: name }));
      if (!codes.includes(name)) codes.push(name);
      continue;
    }
    if (!near) {
      notes.push(errorNote('municipality-unknown', { name }));
      continue;
    }
    if (!municipality) notes.push(cellNote('municipality-suggested', 'uncertain', { name, suggestion: near.name }));
    if (byCode && name.length === 3) notes.push(cellNote('municipality-zero', 'likely', { name, code: near.code }));
    if (!codes.includes(near.code)) codes.push(near.code);
  }
  const isBroken = notes.some((note) => note.severity === 'error');
  return { value: isBroken ? null : codes, notes };
}

function municipalityNames(municipality: Municipality): readonly string[] {
  const name = plainWords(municipality.name);
  return [name, `${name} kommun`, `${name}s kommun`, `${name} stad`];
}

/** Themes by their Swedish words, as identifiers. A word that is not known becomes an identifier of its own, and that is said. */
export function readThemes(cell: SheetCell): Reading<readonly string[]> {
  const words = cell.text
    .split(/[,;|\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (words.length === 0) return plainly<readonly string[]>(null);
  const notes: ReadingNote[] = [];
  const themes = words.map((word) => {
    const known = Object.keys(themeWords).find(
      (theme) => theme === word || themeWords[theme]?.some((own) => plainWords(own) === plainWords(word)),
    );
    if (known) return known;
    const theme = identifier(word).toLowerCase().replaceAll('-', '_');
    notes.push(cellNote('theme-new', 'likely', { word, theme }));
    return theme;
  });
  return { value: [...new Set(themes)], notes };
}

export interface NamedActor {
  readonly actorId: string;
  /** Set when the organisation is not in the register: what would be added. */
  readonly proposed: Actor | null;
}

/**
 * An organisation by its name or id.
 *
 * Edges   A near misspelling of a known name is taken as meant, and flagged. Any other name is proposed as a new organisation, with
 *         its legal form read from the name, and that is said: the register is not changed before the rows are saved.
 */
export function readActor(name: string, actors: readonly Actor[], actorType: ActorType | null): Reading<NamedActor> {
  const text = name.trim();
  if (text === '') return plainly<NamedActor>(null);
  if (text.startsWith('#')) return misread('cell-excel-error');
  const known =
    actors.find((actor) => actor.id === text) ?? actors.find((actor) => plainWords(actor.name) === plainWords(text));
  if (known) return plainly({ actorId: known.id, proposed: null });
  const near = nearest(text, actors, (actor) => actor.name);
  if (near)
    return noted({ actorId: near.id, proposed: null }, 'actor-suggested', 'uncertain', {
      name: text,
      suggestion: near.name,
    });
  const proposed = proposedActor(text, actors, actorType);
  return noted({ actorId: proposed.id, proposed }, 'actor-new', 'likely', {
    name: text,
    id: proposed.id,
    legalForm: proposed.legalForm,
  });
}

function proposedActor(name: string, actors: readonly Actor[], actorType: ActorType | null): Actor {
  const legalForm = legalFormOf(name);
  const base = `NY-${identifier(name)}`.slice(0, 40).replace(/-+$/u, '');
  let id = base;
  for (let copy = 2; actors.some((actor) => actor.id === id && actor.name !== name); copy += 1) id = `${base}-${copy}`;
  const typeByForm: Partial<Record<LegalForm, ActorType>> = {
    municipality: 'public',
    region: 'public',
    state_agency: 'public',
    university: 'academia',
    company: 'industry_cluster',
    economic_association: 'civil_society',
    non_profit_association: 'civil_society',
  };
  return {
    id,
    name,
    actorType: actorType ?? typeByForm[legalForm] ?? 'civil_society',
    legalForm,
    parentActorId: null,
    municipalityCode: null,
    provenance: 'import',
    note: null,
  };
}

function legalFormOf(name: string): LegalForm {
  const text = plainWords(name);
  if (/(^| )region /u.test(text)) return 'region';
  if (/ kommun$|s kommun$/u.test(text)) return 'municipality';
  if (/universitet|högskola(?!förening)/u.test(text) && !/folkhögskola/u.test(text)) return 'university';
  if (/länsstyrelse|verket$|myndighet/u.test(text)) return 'state_agency';
  if (/(^| )(ab|aktiebolag)( |$|\()/u.test(text)) return 'company';
  if (/ek\.? ?för|ekonomisk förening/u.test(text)) return 'economic_association';
  if (/förening|förbund|ideell|stiftelse/u.test(text)) return 'non_profit_association';
  return 'unknown';
}

/** Letters and digits of a text in capitals, other signs as dashes; Swedish letters without their marks. */
export function identifier(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

export interface NamedShare {
  readonly name: string;
  readonly sharePct: number;
}

/**
 * Partners with their shares: `Flens kommun (4), MITC (Mälardalen Industrial Technology Center) (7)`. Names may hold commas and
 * brackets: a partner ends at a bracket with nothing but a number in it.
 *
 * Errors  `partners-not-understood` with the piece that has no share, `partners-above-100`.
 */
export function readPartners(cell: SheetCell): Reading<readonly NamedShare[]> {
  const text = cell.text.replace(/[\s\u00a0]+/gu, ' ').trim();
  if (text === '') return plainly<readonly NamedShare[]>(null);
  const partners: NamedShare[] = [];
  let rest = text;
  while (rest !== '') {
    const match = /^(.+?) ?\(\s*(\d{1,3}(?:[.,]\d{1,4})?) ?%?\s*\)\s*(?:[,;|]\s*|och |samt |$)/u.exec(rest);
    if (!match) return misread('partners-not-understood', { piece: rest });
    partners.push({ name: (match[1] as string).trim(), sharePct: Number((match[2] as string).replace(',', '.')) });
    rest = rest.slice(match[0].length);
  }
  const millionths = partners.reduce((sum, partner) => sum + Math.round(partner.sharePct * 1_000_000), 0);
  if (millionths > 100_000_000) return misread('partners-above-100', { sum: millionths / 1_000_000 });
  const names = partners.map((partner) => plainWords(partner.name));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? plainly<readonly NamedShare[]>(partners) : misread('partner-twice', { name: twice });
}

export interface NamedLink {
  readonly type: DependencyType;
  readonly toApplicationId: string;
}

const linkWords: readonly [RegExp, DependencyType][] = [
  [/^kräver (?:någon|en|ett|minst en) av\s+/iu, 'requires_one_of'],
  [/^(?:kräver|förutsätter|beror (?:på|av))\s+/iu, 'requires'],
  [/^(?:utesluter|alternativ till|istället för|i stället för)\s+/iu, 'mutually_exclusive'],
  [/^(?:synergi med|stöder|samverkar med)\s+/iu, 'synergy'],
  [/^(?:efter|före|följs av|följer)\s+/iu, 'sequence'],
];

/**
 * Links to other applications: `Kräver SRM-26-006; Synergi med SRM-26-009`.
 * Errors  `link-not-understood` with the piece.
 */
export function readLinks(cell: SheetCell): Reading<readonly NamedLink[]> {
  const pieces = cell.text
    .split(/[;\n|]/u)
    .map((piece) => piece.replace(/\s+/gu, ' ').trim())
    .filter((piece) => piece !== '');
  const links: NamedLink[] = [];
  for (const piece of pieces) {
    const kind = linkWords.find(([pattern]) => pattern.test(piece));
    const ids = kind
      ? piece
          .replace(kind[0], '')
          .split(/,| och | eller /u)
          .map((id) => id.trim())
      : [];
    if (!kind || ids.length === 0 || ids.some((id) => !/^\S{1,40}$/u.test(id)))
      return misread('link-not-understood', { piece });
    for (const toApplicationId of ids) {
      const isThere = links.some((link) => link.type === kind[1] && link.toApplicationId === toApplicationId);
      if (!isThere) links.push({ type: kind[1], toApplicationId });
    }
  }
  return plainly<readonly NamedLink[]>(links.length === 0 ? null : links);
}
