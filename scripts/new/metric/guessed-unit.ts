/** The unit of a family's samples; undefined is a plain count. */
export interface GuessedUnit {
  readonly unit: string | undefined;
  /** How it was found, where the name does not say it: somebody should have a look. */
  readonly doubt?: string;
}

export const guessedFromHelp = "The unit is guessed from the help.";
export const guessedFromName = "The unit is guessed from the name.";
