/**
 * Words that say nothing about what is sought. They are the expensive ones: nearly every page has them, so their
 * part of the index is the largest. Apostrophes are gone by the time a word is compared with this list.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are arent as at be because been being but by can cant could did didnt do does ' +
    'doesnt doing dont for from get had has have having how hows i if im in into is isnt it its ive just let lets me my ' +
    'not of on or our out please shall should so some such than that thats the their them then there these they this ' +
    'those to too us very want was we were what whats when where which while who whos whose why will with would you your youre'
  ).split(' '),
);
