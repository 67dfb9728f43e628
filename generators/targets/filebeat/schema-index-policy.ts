import { closed, count, elasticDuration, flag, matching, type Schema } from "../schema.ts";

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
