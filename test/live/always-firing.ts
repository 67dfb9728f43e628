import { firesAlways } from "../../generators/model/firing-always.ts";
import { model } from "./live-stack.ts";

/** The names of the alerts that nothing can keep from firing, such as a watchdog. */
export const alwaysFiring: readonly string[] = model.alerts.filter(firesAlways).map(({ name }) => name);
