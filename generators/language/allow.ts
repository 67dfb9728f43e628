/** Checks that a definition need not pass: the check's id, and the reason. */
export type Allowances = Readonly<Record<string, string>>;

/**
 * Slips that no test of a rule can notice, because they change nothing that anybody could see: the mutant's id as
 * `signalbox mutate` names it, and the reason.
 */
export type EquivalentMutants = Readonly<Record<string, string>>;
