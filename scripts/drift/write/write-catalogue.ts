import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pairsOf } from "../../../generators/contract/observed.ts";
import { contractOf } from "../../../generators/contract/of-model/contract-of.ts";
import { groupBy } from "../../../generators/group-by.ts";
import { serviceNamed } from "../../../generators/model/lookups.ts";
import type { Model } from "../../../generators/model/model.ts";
import { writeFiles, type WrittenFile } from "../../new/written-files.ts";
import type { Exposed } from "../exposed.ts";
import { edited } from "./edited.ts";
import { type Wish, wishesFor } from "./wishes.ts";

/** What was written, and what a person has to do, each with its place. */
export interface Written {
  readonly files: readonly string[];
  readonly byHand: readonly string[];
}

/**
 * Changes the declarations of metrics in their files, so that they say what is exposed.
 *
 * @returns why nothing was written, where that is so
 */
export function writeCatalogue(
  root: string,
  model: Model,
  exposed: readonly Exposed[],
): Written | { readonly failure: string } {
  const planned = plannedFiles(root, wishesOf(model, exposed));
  const failure = writeFiles(root, planned.files);
  if (failure !== undefined) return { failure };
  return { files: planned.files.map(({ path }) => path), byHand: planned.byHand };
}

/** Several targets of a job wish the same once. */
function wishesOf(model: Model, exposed: readonly Exposed[]): readonly Wish[] {
  const wishes = exposed.flatMap(({ job, sources }) => {
    const service = serviceNamed(model, job.service);
    const jobs = service ? contractOf(model, service, [job]).jobs : [];
    return jobs.flatMap(({ metrics }) =>
      sources.flatMap(({ families }) => pairsOf(metrics, families).flatMap(wishesFor)),
    );
  });
  return [...new Map(wishes.map((wish) => [JSON.stringify(wish), wish])).values()];
}

function plannedFiles(root: string, wishes: readonly Wish[]) {
  const files: WrittenFile[] = [];
  const byHand: string[] = [];
  for (const [path, own] of groupBy(wishes, ({ definedAt }) => definedAt.replace(/:\d+$/, ""))) {
    const before = existsSync(join(root, path))
      ? readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n")
      : "";
    let text = before;
    // From the last line up, so that each stands where it was declared.
    for (const wish of own.toSorted((a, b) => lineOf(b) - lineOf(a))) {
      const added = text.split("\n").length - before.split("\n").length;
      const after = "edit" in wish ? editedAt(text, wish, added) : { refused: wish.byHand };
      if ("text" in after) text = after.text;
      else byHand.push(`${wish.definedAt}: ${wish.metric}, ${wish.what}: ${after.refused}`);
    }
    if (text !== before) files.push({ kind: "changed", path, text });
  }
  return { files, byHand };
}

/** A new import, or a line of it, stands above everything: then the declaration is as many lines further down. */
function editedAt(text: string, wish: Extract<Wish, { readonly edit: unknown }>, added: number) {
  const here = edited(text, wish.metric, lineOf(wish), wish.edit);
  return "text" in here || added <= 0 ? here : edited(text, wish.metric, lineOf(wish) + added, wish.edit);
}

function lineOf({ definedAt }: Wish): number {
  return Number(definedAt.slice(definedAt.lastIndexOf(":") + 1));
}
