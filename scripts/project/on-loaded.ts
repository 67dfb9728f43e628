import { limited, watchedWork } from "./limited.ts";
import { loadedCharacters, loadedTexts } from "./load-module.ts";
import { mayNotEnd } from "./may-not-end.ts";

/** Does something with the definitions that were loaded, which calls their author's functions: within the limits of what is done with them. */
export function onLoaded<T>(work: () => T): T {
  const texts = loadedTexts();
  // Whoever loads plainly does not mind a thread.
  const isWatched = texts === undefined || [...texts.values()].some(mayNotEnd);
  return isWatched ? watchedWork(work, () => {}, { characters: loadedCharacters() }) : limited(work);
}
