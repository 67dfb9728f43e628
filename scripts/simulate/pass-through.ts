/** Where the real programs are that stand behind simulated addresses: `prometheus:9090` to `http://127.0.0.1:34567`. */
export type RealPrograms = ReadonlyMap<string, string>;

// As long as a scrape may take by default; who asked has gone then.
const patienceMs = 10_000;

/** What a real program answers to a scrape; undefined when it does not answer, or not with metrics. */
export async function realPage(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      headers: { accept: "text/plain;version=0.0.4" },
      signal: AbortSignal.timeout(patienceMs),
    });
    const page = await response.text();
    return response.ok ? page : undefined;
  } catch {
    return undefined;
  }
}

/** The page without these metrics. */
export function withoutMetrics(page: string, metrics: ReadonlySet<string>): string {
  return page
    .split("\n")
    .filter((line) => {
      const name = /^(?:# (?:HELP|TYPE) )?([A-Za-z_:][\w:]*)/.exec(line)?.[1];
      return (
        name === undefined || (!metrics.has(name.replace(/_(?:bucket|sum|count)$/, "")) && !metrics.has(name))
      );
    })
    .join("\n");
}
