.Records[]
| select(.eventSource == "cloudtrail.amazonaws.com")
| select(.eventName == ("StopLogging", "DeleteTrail", "UpdateTrail"))
| [.eventTime, .recipientAccountId, .awsRegion, .eventName, .userIdentity.arn, .sourceIPAddress, .errorCode, .eventID]
| @tsv
