/** Checks that a definition need not pass: the check's id, and the reason. */
export type Allowances = Readonly<Record<string, string>>;
