import { CLASSIFICATION_EXPORT, MACIE } from "../../resources";
import { stackRule } from "../../rule";
import { inSameRegion } from "../../stack/subjects";
import { must, some } from "../../truth";

export const macieSessionResultsKept = stackRule(MACIE, {
  id: "macie-session-results-kept",
  title: "What Macie says of each object is kept in a bucket",
  severity: "medium",
  property: "status",
  rationale:
    "Macie keeps for 90 days what it found in each object, and that it found nothing. Only a bucket shows an auditor later that training " +
    "data was looked into before a model was trained on it.",
  remediation:
    "Declare a ClassificationExportConfiguration in the region with a bucket and a customer managed key, as SensitiveDataDiscovery does.",
  references: ["https://docs.aws.amazon.com/macie/latest/user/discovery-results-repository-s3.html"],
  checkEach: (macie, { stack, property }) =>
    must(
      some(stack.ofType(CLASSIFICATION_EXPORT).map((kept) => inSameRegion(stack, macie, kept))),
      property,
      "is of a region where no bucket keeps the results of Macie; declare a ClassificationExportConfiguration there",
    ),
});
