// Reads a time as people write it, as `planlint form` does: «18. november 2026», «18/11-26», «18.11.26», «mars 2027». What it
// does not know is given as it was, for planlint to read; `null` is a day that no calendar has.
"use strict";
const planlintTid = (text) => {
  const MONTHS = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];
  const two = (number) => String(number).padStart(2, "0");
  const whole = (year) => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900));
  const day = (d, m, y) => {
    const year = whole(y), found = new Date(Date.UTC(2000, 0, 1));
    found.setUTCFullYear(year, m - 1, d);
    return found.getUTCMonth() === m - 1 && found.getUTCDate() === Number(d) ? `${year}-${two(m)}-${two(d)}` : null;
  };
  const clean = text.trim().replace(/\.$/, "").replace(/^den\s+/i, "");
  if (/^\d{4}$/.test(clean)) return Number(clean);
  let found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(clean);
  if (found) return day(found[3], Number(found[2]), found[1]);
  found = /^(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20|21)\d\d|\d\d)$/.exec(clean) || /^(\d{1,2})\/(\d{1,2})(?:\s?[-–/.]\s?|\s)((?:19|20|21)\d\d|\d\d)$/.exec(clean);
  if (found) return day(found[1], Number(found[2]), found[3]);
  found = /^(?:(\d{1,2})\.?\s?)?(januar|februar|mars?|april|mai|juni?|juli?|august|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?|jan|feb|apr|aug)\.?\s+((?:19|20|21)\d\d)$/i.exec(clean);
  if (found) {
    const month = MONTHS.indexOf(found[2].slice(0, 3).toLowerCase()) + 1;
    return found[1] ? day(found[1], month, found[3]) : `${found[3]}-${two(month)}`;
  }
  found = /^(0?[1-9]|1[0-2])[./-]((?:19|20|21)\d\d)$/.exec(clean);
  return found ? `${found[2]}-${two(found[1])}` : text;
};
