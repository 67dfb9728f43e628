import type { Labels } from "../label.ts";
import type { Aggregating } from "./aggregating.ts";
import type { Calculating } from "./arithmetic.ts";
import type { Combining, Comparing, Conditional } from "./condition.ts";
import type { labelsOf, unit } from "./expression.ts";
import type { Converting } from "./converting.ts";
import type { Dating } from "./dating.ts";
import type { Transforming } from "./functions.ts";
import type { OverTime, Trending } from "./over-time.ts";
import type { Relabelling } from "./relabelling.ts";

// The types of vectors, of what they are made into and of conditions name one another: their files import each other's types,
// and nothing else.

/** One value for each set of labels `L`, in unit `U`. */
export interface Vector<L extends Labels, U extends string>
  extends
    Aggregating<L, U>,
    Calculating<L, U>,
    Comparing<L, U>,
    Combining<L, U>,
    Conditional<L, U>,
    Transforming<L, U>,
    Converting<L, U>,
    Dating<L>,
    Relabelling<L, U>,
    OverTime<L, U>,
    Trending<L, U> {
  readonly [labelsOf]: L;
  readonly [unit]: U;
}
