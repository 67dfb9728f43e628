import { dataAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { fetchExposition } from "../new/exposition/fetch-exposition.ts";

/** Asks a Prometheus: what it answers as `data`, or why it does not. */
export type AskPrometheus = (
  path: string,
  parameters: readonly (readonly [name: string, value: string])[],
) => Promise<{ readonly data: unknown } | { readonly complaint: string }>;

/** Everything that a job has may be many series: this takes longer than a scrape. */
const timeoutMs = 60_000;

/** @param base where it is found, as in a browser: `http://localhost:9090` */
export function prometheusAt(base: string, tokenFile: string | undefined): AskPrometheus {
  return async (path, parameters) => {
    const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
    const address = `${base.replace(/\/+$/, "")}/api/v1/${path}?${query}`;
    const answer = await fetchExposition(address, { tokenFile, timeoutMs });
    if ("complaint" in answer) return answer;
    const read = parsed(answer.text);
    return textAt(read, "status") === "success"
      ? { data: dataAt(read, "data") }
      : { complaint: `${base} does not answer /api/v1/${path} as Prometheus does.` };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
