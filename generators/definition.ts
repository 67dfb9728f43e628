import type { Allowances } from "./language/allow.ts";
import type { Place } from "./language/place.ts";

/** What every definition that can be checked has: where it is, and what its author allows with a reason. */
export interface Definition {
  readonly place: Place;
  readonly allow: Allowances;
}

/** A definition whose author may allow a finding; as it is written, so that nothing need be allowed. */
export interface Allowing {
  readonly place: Place;
  readonly allow?: Allowances | undefined;
}
