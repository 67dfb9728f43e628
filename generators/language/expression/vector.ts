import type { Labels } from "../label.ts";
import type { Aggregating } from "./aggregating.ts";
import type { Calculating } from "./calculating.ts";
import type { Combining } from "./combining.ts";
import type { Comparing } from "./comparing.ts";
import type { Converting } from "./converting.ts";
import type { Dating } from "./dating.ts";
import type { OverTime } from "./over-time.ts";
import type { InstantVector } from "./phantom.ts";
import type { Relabelling } from "./relabelling.ts";
import type { Transforming } from "./transforming.ts";

/** One value for each set of labels `L`, in unit `U`. */
export interface Vector<L extends Labels, U extends string>
  extends
    InstantVector<L, U>,
    Aggregating<L, U>,
    Calculating<L, U>,
    Comparing<L, U>,
    Combining<L, U>,
    Transforming<L, U>,
    Converting<L, U>,
    Dating<L>,
    Relabelling<L, U>,
    OverTime<L, U> {}
