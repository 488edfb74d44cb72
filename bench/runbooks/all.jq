.Records[] | [.userIdentity.arn, .eventSource, .eventName, .errorCode, .eventTime, .eventID] | @tsv
