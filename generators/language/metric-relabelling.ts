/** A text, any of several, or a pattern that must match the whole text. */
export type TextChoice = string | readonly [string, ...string[]] | RegExp;

/** Series by their name and their labels: those for which all of it holds. */
export interface SeriesChoice {
  /** The name, as it is stored: `"http_requests_total"`, or a pattern such as `/go_.+/`; of a histogram `x_bucket`, `x_sum` or `x_count`. Default: any. */
  readonly metric?: TextChoice;
  /** Labels, as they are stored: `{ device: /loop[0-9]+/ }`; one that a series lacks is `""`. Default: any. */
  readonly labels?: Readonly<Record<string, TextChoice>>;
}

/** What becomes of one text of each series. */
export type Replacement =
  | {
      /** The label whose value is replaced; a series without it has `""`. */
      readonly label: string;
      readonly metric?: never;
      /** The values that are replaced, as a whole. */
      readonly from: string | RegExp;
      /** What takes their place: `"/orders/:id"`; `$1` is what the first pair of parentheses found, `""` takes the label away. */
      readonly to: string;
    }
  | {
      readonly label?: never;
      /** The names that are replaced, as a whole. */
      readonly metric: string | RegExp;
      readonly from?: never;
      /** The name that takes their place: `"shop_$1"`. */
      readonly to: string;
    };

/**
 * One step between what a target answers and what is stored. Definitions declare what is stored, so that a step that takes something of it away is
 * a problem.
 *
 *     metricRelabelling: [
 *       { drop: { metric: /go_.+/ } },
 *       { keep: { labels: { device: /sd[a-z]/ } } },
 *       { dropLabel: "pod_template_hash" },
 *       { replace: { label: "path", from: /\/orders\/[0-9]+/, to: "/orders/:id" } },
 *     ]
 */
export type MetricRelabelling =
  /** Only these series are stored, and no others of the job. */
  | { readonly keep: SeriesChoice }
  /** These series are not stored. */
  | { readonly drop: SeriesChoice }
  /** No series is stored with this label. Series that differ in it alone then collide, and Prometheus refuses them. */
  | { readonly dropLabel: string }
  /** A value of a label, or a name, is stored as another one. */
  | { readonly replace: Replacement };
