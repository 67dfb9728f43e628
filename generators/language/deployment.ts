import type { Compose } from "./compose.ts";

/**
 * Where and how the programs run: what `compose(…)` gives.
 *
 * Another way to deploy is another member with a `kind` of its own; the compiler then names every record that must know it.
 */
export type Deployment = Compose;
