import type { Strip } from "./strip.ts";

/** More plots would make a picture higher than a screen. */
const mostPlots = 4;
/** So many others are told in words. */
const mostNotes = 2;

/** Those that are worth a plot: what stays as it is needs none beside what changes. */
export function drawnStrips(strips: readonly Strip[]): readonly Strip[] {
  const changing = strips.filter((strip) => !isStill(strip));
  return (changing.length === 0 ? strips : changing).slice(0, mostPlots);
}

/** It has one value all the time, also at the limit. */
function isStill({ lines, marks, gaps }: Strip): boolean {
  if (gaps.length > 0 || marks.some(({ kind }) => kind === "limit")) return false;
  const values = lines.filter(({ of }) => of !== "good").flatMap(({ pieces }) => pieces.flat());
  return new Set(values.map(({ value }) => value)).size === 1;
}

/** What is not drawn, each in wordings of which the first that fits is shown: first the numbers, as a long expression does not fit. */
export function notesOf(strips: readonly Strip[]): Note[] {
  const notes = strips.slice(0, mostNotes).map((strip) => {
    const wordings = [strip.title, ...(strip.words === undefined ? [] : [strip.words])];
    return wordings.map((text) => `Not drawn (${remarksOf(strip).join(", ") || "samples"}): ${text}`);
  });
  const rest = strips.length - notes.length;
  return rest === 0 ? notes : [...notes, [`Not drawn either: ${rest} more`]];
}

/** A line of text, in several wordings. */
export type Note = readonly string[];

/** The names of heights of a strip, and whether it is there all the time. */
export function remarksOf({ marks, gaps }: Strip): string[] {
  return [...marks.map(({ text }) => text), ...(gaps.length > 0 ? ["at times no data"] : [])];
}
