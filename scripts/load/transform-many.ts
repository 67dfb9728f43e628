import type { TransformOptions, TransformResult } from "esbuild";
import { oneModule, transform, transformedFrom, untransformed } from "./transform.ts";
import type { Transformed, Untransformed } from "./transformed.ts";

// Of fewer a process of esbuild has made all, before its JavaScript is loaded here.
const manyFiles = 16;

/**
 * Makes the same of modules as `transform`: of many in one process of esbuild that is sent their texts, because three files for each
 * that are written, read and deleted again take longer than esbuild does.
 */
export async function transformMany(texts: readonly string[]): Promise<(Transformed | Untransformed)[]> {
  if (texts.length < manyFiles) return transform(texts);
  try {
    const esbuild = await import("esbuild");
    const all = await Promise.allSettled(texts.map((text) => transformedBy(esbuild.transform, text)));
    await esbuild.stop();
    return all.map((one) => {
      if (one.status === "rejected") throw one.reason;
      return one.value;
    });
  } catch {
    // No mistake of a text: it does not start, or has ended.
    return transform(texts);
  }
}

type Make = (text: string, options: TransformOptions) => Promise<Pick<TransformResult, "code" | "map">>;

async function transformedBy(make: Make, text: string): Promise<Transformed | Untransformed> {
  try {
    const { code, map } = await make(text, oneModule);
    return transformedFrom(code, map);
  } catch (thrown) {
    const wrong = untransformed(thrown);
    if (wrong === undefined) throw thrown;
    return wrong;
  }
}
