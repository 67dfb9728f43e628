import { replace } from "../shop-subject.ts";
import { append, type Tampering } from "./tampering.ts";

const contract = "contract/shop.json";

export const ofContract: readonly Tampering[] = [
  {
    what: "a key that the checker ignores",
    changes: { [contract]: replace('"owner":', '"team": "shop",\n  "owner":') },
    noticedBy: "contract-shape",
  },
  {
    what: "a role that there is not",
    changes: { [contract]: replace('"role": "needed"', '"role": "wanted"') },
    noticedBy: "contract-shape",
  },
  {
    what: "a metric of another type",
    changes: { [contract]: replace('"type": "counter"', '"type": "gauge"') },
    noticedBy: "contracts-agree",
  },
  {
    what: "an alert that is forgotten",
    changes: { [contract]: replace('"by": "alert ', '"by": "panel ') },
    noticedBy: "contracts-agree",
  },
  {
    what: "an alert that notifies somebody else",
    changes: { [contract]: replace('"notifies": ["', '"notifies": ["nobody", "') },
    noticedBy: "contracts-agree",
  },
  {
    what: "a package that is not there where it runs",
    changes: { "contract/check.mjs": append('import "yaml";\n') },
    noticedBy: "contract-checker",
  },
  {
    what: "a kind of difference that it does not know",
    changes: { "contract/check.mjs": replace('id: "born-late"', 'id: "born-early"') },
    noticedBy: "contract-checker",
  },
];
