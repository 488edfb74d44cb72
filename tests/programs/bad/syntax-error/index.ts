const logs = { retentionInDays: 365;
