/**
 * Checks to suppress for a definition: the id of the check, and why its finding is acceptable here.
 *
 * A suppression that no longer applies is a problem.
 */
export type Allowances = Readonly<Record<string, string>>;

/**
 * Mutants that no rule test can tell from the original, because nothing observable changes: the id that `signalbox mutate`
 * prints, and the reason.
 */
export type EquivalentMutants = Readonly<Record<string, string>>;
