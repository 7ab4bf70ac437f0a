/** The day it is where the region is: a decision at half past eleven in the evening is of that day, not of the next in London. */
export function dayOf(moment: Date): string {
  return swedishDay.format(moment);
}

const swedishDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
