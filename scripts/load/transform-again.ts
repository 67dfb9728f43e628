import type { TransformOptions, TransformResult } from "esbuild";
import { oneModule, transform, transformedFrom, untransformed } from "./transform.ts";
import type { Transformed, Untransformed } from "./transformed.ts";

// So many it makes of one after the other as fast as a new process makes all of them at once.
const fewFiles = 8;

/**
 * Makes the same of modules as `transform`, in one process of esbuild that stays: for whoever does so again and again. The first start
 * takes as long as a dozen of those that it saves.
 */
export async function transformingAgain(): Promise<typeof transform> {
  try {
    const { transformSync } = await import("esbuild");
    // It is started by the first call.
    transformSync("", oneModule);
    return againBy(transformSync);
  } catch {
    // Where it does not start, it is only slower.
    return transform;
  }
}

/** @param make of esbuild */
export function againBy(make: Make): typeof transform {
  return (texts) =>
    texts.length > fewFiles ? transform(texts) : texts.flatMap((text) => transformOne(make, text));
}

type Make = (text: string, options: TransformOptions) => Pick<TransformResult, "code" | "map">;

function transformOne(make: Make, text: string): (Transformed | Untransformed)[] {
  try {
    const { code, map } = make(text, oneModule);
    return [transformedFrom(code, map)];
  } catch (thrown) {
    const wrong = untransformed(thrown);
    // No mistake of the text: its process has ended, such as by the Ctrl-C that lets this build finish.
    return wrong ? [wrong] : transform([text]);
  }
}
