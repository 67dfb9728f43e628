/** What a word is given: it may come back changed. */
export type Given = <const T>(word: string, options: T) => T;
