import { closed, count, elasticDuration, flag, matching, type Schema } from "../../schema.ts";

/**
 * How long Elasticsearch keeps lines: an index takes the lines of one day, and goes when the last of them is `keepDays` old.
 * Filebeat brings the policy along when it starts.
 */
export function indexPolicy(keepDays: number): object {
  return {
    policy: {
      phases: {
        hot: {
          min_age: "0ms",
          // 50 GB is what Elastic advises as the most for a shard; a day that brings more becomes two indices.
          actions: { rollover: { max_age: "1d", max_primary_shard_size: "50gb" } },
        },
        // Counted from the rollover, so from the youngest line.
        delete: { min_age: `${keepDays}d`, actions: { delete: {} } },
      },
    },
  };
}

const size = matching("^\\d+(?:mb|gb)$");
const phase = (actions: Schema): Schema => closed({ min_age: elasticDuration, actions });

/** ilm-policy.json: how long Elasticsearch keeps an index. */
export const indexPolicySchema: Schema = closed({
  policy: closed({
    phases: closed(
      {
        hot: phase(
          closed(
            {
              rollover: {
                ...closed({}, { max_age: elasticDuration, max_primary_shard_size: size, max_docs: count }),
                minProperties: 1,
              },
            },
            {},
          ),
        ),
        delete: phase(closed({ delete: closed({}, { delete_searchable_snapshot: flag }) })),
      },
      { warm: phase(closed({}, { readonly: closed({}), forcemerge: closed({ max_num_segments: count }) })) },
    ),
  }),
});
