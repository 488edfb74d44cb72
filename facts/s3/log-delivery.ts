import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
    readOn: "2026-11-26",
  },
];

/**
 * Who delivers the access logs of Application and Classic Load Balancers: the service in the regions opened since August 2022, an
 * account of Elastic Load Balancing in each older one. They deliver only into buckets with SSE-S3.
 */
export const ELB_LOG_DELIVERY = {
  service: "logdelivery.elasticloadbalancing.amazonaws.com",
  accounts: [
    ...["009996457667", "027434742980", "033677994240", "037604701340", "048591011584", "054676820928", "076674570225"],
    ...["098369216593", "114774131450", "127311923021", "156460612806", "190560391635", "383597477331", "507241528517"],
    ...["582318560864", "589379963580", "600734575887", "635631232127", "638102146993", "652711504416", "718504428378"],
    ...["754344448648", "783225319266", "797873946194", "897822967062", "985666609251"],
  ],
} as const;
