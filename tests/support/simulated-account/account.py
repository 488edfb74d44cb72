"""Serves a simulated AWS account: moto's services, with the repairs that this baseline needs.

Prints the port on which it listens, as one line, and serves until its standard input ends. So it never outlives the
process that started it, however that ends. The account id is MOTO_ACCOUNT_ID; moto reads its other variables as well.
"""

import sys
import threading

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

from repairs import (
    accessanalyzer,
    athena,
    bedrock,
    cloudtrail,
    cloudwatch_logs,
    config,
    ec2,
    eventbridge,
    guardduty,
    iam,
    inspector2,
    kms,
    s3,
    securityhub,
    sns,
    sqs,
)

HOST = "127.0.0.1"

REPAIRED = (
    accessanalyzer,
    athena,
    bedrock,
    cloudtrail,
    cloudwatch_logs,
    config,
    ec2,
    eventbridge,
    guardduty,
    iam,
    inspector2,
    kms,
    s3,
    securityhub,
    sns,
    sqs,
)


def main() -> None:
    for service in REPAIRED:
        service.repair()
    # Port 0: the system chooses one that is free, and no other process can take it in between.
    server = make_server(HOST, 0, DomainDispatcherApplication(create_backend_app), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
