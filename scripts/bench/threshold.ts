import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = "definitions/platform/monitoring";
/** An alert of the machine that every project here has, in every edition. */
const alert = /export const HostDiskAlmostFull = alert\(.*?(?=\nexport |$)/s;
/** Its threshold, and what its scenario has at the threshold and beyond it. */
const changes: readonly (readonly [string, string])[] = [
  ["percent(10)", "percent(11)"],
  ["gigabytes(50)", "gigabytes(55)"],
  ["gigabytes(49)", "gigabytes(54)"],
  ["percent(9.8)", "percent(10.8)"],
];

/** The texts of a module before and after somebody changes one threshold, with the scenario that proves it. */
export interface Threshold {
  readonly file: string;
  readonly texts: readonly [string, string];
}

/** The threshold that is changed in the project of a folder. */
export function findThreshold(project: string): Threshold {
  for (const name of readdirSync(join(project, folder))) {
    const file = join(project, folder, name);
    const before = readFileSync(file, "utf8");
    if (alert.test(before)) return { file, texts: [before, before.replace(alert, withOtherThreshold)] };
  }
  throw new Error(`nothing in ${folder} of ${project} has the threshold that is to be changed`);
}

/** Saves one of the two texts. */
export function writeThreshold({ file, texts: [first, second] }: Threshold, which: "first" | "second"): void {
  writeFileSync(file, which === "first" ? first : second);
}

/** Saves the other text of the two, as somebody would. */
export function changeThreshold({ file, texts: [first, second] }: Threshold): void {
  writeFileSync(file, readFileSync(file, "utf8") === first ? second : first);
}

function withOtherThreshold(definition: string): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the alert says nowhere ${from}`);
    return text.replace(from, to);
  }, definition);
}
