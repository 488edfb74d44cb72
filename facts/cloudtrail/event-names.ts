/** What the calls of the services around evidence are named in CloudTrail's records. */
import type { Source } from "../source";

const OPERATIONS = "the operations as AWS's SDK models list them, which these pages are made of";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/APIReference/welcome.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/inspector/v2/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Operations.html",
    readOn: "2026-11-27",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/macie/latest/APIReference/operations.html",
    readOn: "2026-11-27",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/sns/latest/api/API_Operations.html",
    readOn: "2026-11-26",
    secondary: OPERATIONS,
  },
  {
    page: "https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html",
    readOn: "2026-11-26",
    secondary: "the names of what AWS KMS does of itself, as the entries of that page are titled",
  },
];

/**
 * `eventSource` -> every `eventName` that its records have: the names of the service's operations, and of what it does of itself.
 * Letter case counts. AWS adds operations, so that a name which is missing here need not be wrong.
 */
export const EVENT_NAMES: Readonly<Record<string, readonly string[]>> = {
  "access-analyzer.amazonaws.com": words(`
    ApplyArchiveRule CancelPolicyGeneration CheckAccessNotGranted CheckNoNewAccess CheckNoPublicAccess
    CreateAccessPreview CreateAnalyzer CreateArchiveRule CreateServiceLinkedAnalyzer DeleteAnalyzer
    DeleteArchiveRule DeleteServiceLinkedAnalyzer GenerateFindingRecommendation GetAccessPreview
    GetAnalyzedResource GetAnalyzer GetArchiveRule GetFinding GetFindingRecommendation GetFindingV2
    GetFindingsStatistics GetGeneratedPolicy ListAccessPreviewFindings ListAccessPreviews ListAnalyzedResources
    ListAnalyzers ListArchiveRules ListFindings ListFindingsV2 ListPolicyGenerations ListTagsForResource
    StartPolicyGeneration StartResourceScan TagResource UntagResource UpdateAnalyzer UpdateArchiveRule
    UpdateFindings ValidatePolicy
  `),
  "backup.amazonaws.com": words(`
    AssociateBackupVaultMpaApprovalTeam CancelLegalHold CreateBackupPlan CreateBackupSelection CreateBackupVault
    CreateFramework CreateLegalHold CreateLogicallyAirGappedBackupVault CreateReportPlan CreateRestoreAccessBackupVault
    CreateRestoreTestingPlan CreateRestoreTestingSelection CreateTieringConfiguration DeleteBackupPlan
    DeleteBackupSelection DeleteBackupVault DeleteBackupVaultAccessPolicy DeleteBackupVaultLockConfiguration
    DeleteBackupVaultNotifications DeleteFramework DeleteRecoveryPoint DeleteReportPlan DeleteRestoreTestingPlan
    DeleteRestoreTestingSelection DeleteTieringConfiguration DescribeBackupJob DescribeBackupVault DescribeCopyJob
    DescribeFramework DescribeGlobalSettings DescribeProtectedResource DescribeRecoveryPoint DescribeRegionSettings
    DescribeReportJob DescribeReportPlan DescribeRestoreJob DescribeScanJob DisassociateBackupVaultMpaApprovalTeam
    DisassociateRecoveryPoint DisassociateRecoveryPointFromParent ExportBackupPlanTemplate GetBackupPlan
    GetBackupPlanFromJSON GetBackupPlanFromTemplate GetBackupSelection GetBackupVaultAccessPolicy
    GetBackupVaultNotifications GetLegalHold GetPITRMalwareScanResults GetRecoveryPointIndexDetails
    GetRecoveryPointRestoreMetadata GetRestoreJobMetadata GetRestoreTestingInferredMetadata GetRestoreTestingPlan
    GetRestoreTestingSelection GetSupportedResourceTypes GetTieringConfiguration ListBackupJobSummaries ListBackupJobs
    ListBackupPlanTemplates ListBackupPlanVersions ListBackupPlans ListBackupSelections ListBackupVaults
    ListCopyJobSummaries ListCopyJobs ListFrameworks ListIndexedRecoveryPoints ListLegalHolds ListProtectedResources
    ListProtectedResourcesByBackupVault ListRecoveryPointsByBackupVault ListRecoveryPointsByLegalHold
    ListRecoveryPointsByResource ListReportJobs ListReportPlans ListRestoreAccessBackupVaults ListRestoreJobSummaries
    ListRestoreJobs ListRestoreJobsByProtectedResource ListRestoreTestingPlans ListRestoreTestingSelections
    ListScanJobSummaries ListScanJobs ListTags ListTieringConfigurations PutBackupVaultAccessPolicy
    PutBackupVaultLockConfiguration PutBackupVaultNotifications PutRestoreValidationResult
    RevokeRestoreAccessBackupVault StartBackupJob StartCopyJob StartReportJob StartRestoreJob StartScanJob
    StopBackupJob TagResource UntagResource UpdateBackupPlan UpdateFramework UpdateGlobalSettings
    UpdateRecoveryPointIndexSettings UpdateRecoveryPointLifecycle UpdateRegionSettings UpdateReportPlan
    UpdateRestoreTestingPlan UpdateRestoreTestingSelection UpdateTieringConfiguration
  `),
  "bedrock.amazonaws.com": words(`
    ApplyGuardrail AssociateAgentCollaborator AssociateAgentKnowledgeBase BatchDeleteAdvancedPromptOptimizationJob
    BatchDeleteEvaluationJob CancelAutomatedReasoningPolicyBuildWorkflow Converse ConverseStream CopyBlueprintStage
    CountTokens CreateAdvancedPromptOptimizationJob CreateAgent CreateAgentActionGroup CreateAgentAlias
    CreateAutomatedReasoningPolicy CreateAutomatedReasoningPolicyTestCase CreateAutomatedReasoningPolicyVersion
    CreateBlueprint CreateBlueprintVersion CreateCustomModel CreateCustomModelDeployment CreateDataAutomationLibrary
    CreateDataAutomationProject CreateDataSource CreateEvaluationJob CreateFlow CreateFlowAlias CreateFlowVersion
    CreateFoundationModelAgreement CreateGuardrail CreateGuardrailVersion CreateInferenceProfile CreateInvocation
    CreateKnowledgeBase CreateMarketplaceModelEndpoint CreateModelCopyJob CreateModelCustomizationJob
    CreateModelImportJob CreateModelInvocationJob CreatePrompt CreatePromptRouter CreatePromptVersion
    CreateProvisionedModelThroughput CreateSession DeleteAgent DeleteAgentActionGroup DeleteAgentAlias
    DeleteAgentMemory DeleteAgentVersion DeleteAutomatedReasoningPolicy DeleteAutomatedReasoningPolicyBuildWorkflow
    DeleteAutomatedReasoningPolicyTestCase DeleteBlueprint DeleteCustomModel DeleteCustomModelDeployment
    DeleteDataAutomationLibrary DeleteDataAutomationProject DeleteDataSource DeleteEnforcedGuardrailConfiguration
    DeleteFlow DeleteFlowAlias DeleteFlowVersion DeleteFoundationModelAgreement DeleteGuardrail DeleteImportedModel
    DeleteInferenceProfile DeleteKnowledgeBase DeleteKnowledgeBaseDocuments DeleteMarketplaceModelEndpoint
    DeleteModelInvocationLoggingConfiguration DeletePrompt DeletePromptRouter DeleteProvisionedModelThroughput
    DeleteResourcePolicy DeleteSession DeregisterMarketplaceModelEndpoint DisassociateAgentCollaborator
    DisassociateAgentKnowledgeBase EndSession ExportAutomatedReasoningPolicyVersion GenerateQuery
    GetAccountDataRetention GetAdvancedPromptOptimizationJob GetAgent GetAgentActionGroup GetAgentAlias
    GetAgentCollaborator GetAgentKnowledgeBase GetAgentMemory GetAgentVersion GetAsyncInvoke
    GetAutomatedReasoningPolicy GetAutomatedReasoningPolicyAnnotations GetAutomatedReasoningPolicyBuildWorkflow
    GetAutomatedReasoningPolicyBuildWorkflowResultAssets GetAutomatedReasoningPolicyNextScenario
    GetAutomatedReasoningPolicyTestCase GetAutomatedReasoningPolicyTestResult GetBlueprint
    GetBlueprintOptimizationStatus GetCustomModel GetCustomModelDeployment GetDataAutomationLibrary
    GetDataAutomationLibraryEntity GetDataAutomationLibraryIngestionJob GetDataAutomationProject
    GetDataAutomationStatus GetDataSource GetEvaluationJob GetExecutionFlowSnapshot GetFlow GetFlowAlias
    GetFlowExecution GetFlowVersion GetFoundationModel GetFoundationModelAvailability GetGuardrail GetImportedModel
    GetInferenceProfile GetIngestionJob GetInvocationStep GetKnowledgeBase GetKnowledgeBaseDocuments
    GetMarketplaceModelEndpoint GetModelCopyJob GetModelCustomizationJob GetModelImportJob GetModelInvocationJob
    GetModelInvocationLoggingConfiguration GetPrompt GetPromptRouter GetProvisionedModelThroughput GetResourcePolicy
    GetSession GetUseCaseForModelAccess IngestKnowledgeBaseDocuments InvokeAgent InvokeBlueprintOptimizationAsync
    InvokeDataAutomation InvokeDataAutomationAsync InvokeDataAutomationLibraryIngestionJob InvokeFlow
    InvokeInlineAgent InvokeModel InvokeModelWithBidirectionalStream InvokeModelWithResponseStream
    ListAdvancedPromptOptimizationJobs ListAgentActionGroups ListAgentAliases ListAgentCollaborators
    ListAgentKnowledgeBases ListAgentVersions ListAgents ListAsyncInvokes ListAutomatedReasoningPolicies
    ListAutomatedReasoningPolicyBuildWorkflows ListAutomatedReasoningPolicyTestCases
    ListAutomatedReasoningPolicyTestResults ListBlueprints ListCustomModelDeployments ListCustomModels
    ListDataAutomationLibraries ListDataAutomationLibraryEntities ListDataAutomationLibraryIngestionJobs
    ListDataAutomationProjects ListDataSources ListEnforcedGuardrailsConfiguration ListEvaluationJobs
    ListFlowAliases ListFlowExecutionEvents ListFlowExecutions ListFlowVersions ListFlows
    ListFoundationModelAgreementOffers ListFoundationModels ListGuardrails ListImportedModels ListInferenceProfiles
    ListIngestionJobs ListInvocationSteps ListInvocations ListKnowledgeBaseDocuments ListKnowledgeBases
    ListMarketplaceModelEndpoints ListModelCopyJobs ListModelCustomizationJobs ListModelImportJobs
    ListModelInvocationJobs ListPromptRouters ListPrompts ListProvisionedModelThroughputs ListSessions
    ListTagsForResource OptimizePrompt PrepareAgent PrepareFlow PutAccountDataRetention
    PutEnforcedGuardrailConfiguration PutInvocationStep PutModelInvocationLoggingConfiguration PutResourcePolicy
    PutUseCaseForModelAccess RegisterMarketplaceModelEndpoint Rerank Retrieve RetrieveAndGenerate
    RetrieveAndGenerateStream StartAsyncInvoke StartAutomatedReasoningPolicyBuildWorkflow
    StartAutomatedReasoningPolicyTestWorkflow StartFlowExecution StartIngestionJob StopAdvancedPromptOptimizationJob
    StopEvaluationJob StopFlowExecution StopIngestionJob StopModelCustomizationJob StopModelInvocationJob
    TagResource UntagResource UpdateAgent UpdateAgentActionGroup UpdateAgentAlias UpdateAgentCollaborator
    UpdateAgentKnowledgeBase UpdateAutomatedReasoningPolicy UpdateAutomatedReasoningPolicyAnnotations
    UpdateAutomatedReasoningPolicyTestCase UpdateBlueprint UpdateCustomModelDeployment UpdateDataAutomationLibrary
    UpdateDataAutomationProject UpdateDataSource UpdateFlow UpdateFlowAlias UpdateGuardrail UpdateKnowledgeBase
    UpdateMarketplaceModelEndpoint UpdatePrompt UpdateProvisionedModelThroughput UpdateSession
    ValidateFlowDefinition
  `),
  "cloudtrail.amazonaws.com": words(`
    AddTags CancelQuery CreateChannel CreateDashboard CreateEventDataStore CreateTrail DeleteChannel DeleteDashboard
    DeleteEventDataStore DeleteResourcePolicy DeleteTrail DeregisterOrganizationDelegatedAdmin DescribeQuery
    DescribeTrails DisableFederation EnableFederation GenerateQuery GetChannel GetDashboard GetEventConfiguration
    GetEventDataStore GetEventSelectors GetImport GetInsightSelectors GetQueryResults GetResourcePolicy GetTrail
    GetTrailStatus ListChannels ListDashboards ListEventDataStores ListImportFailures ListImports ListInsightsData
    ListInsightsMetricData ListPublicKeys ListQueries ListTags ListTrails LookupEvents PutEventConfiguration
    PutEventSelectors PutInsightSelectors PutResourcePolicy RegisterOrganizationDelegatedAdmin RemoveTags
    RestoreEventDataStore SearchSampleQueries StartDashboardRefresh StartEventDataStoreIngestion StartImport
    StartLogging StartQuery StopEventDataStoreIngestion StopImport StopLogging UpdateChannel UpdateDashboard
    UpdateEventDataStore UpdateTrail
  `),
  "config.amazonaws.com": words(`
    AssociateResourceTypes BatchGetAggregateResourceConfig BatchGetResourceConfig DeleteAggregationAuthorization
    DeleteConfigRule DeleteConfigurationAggregator DeleteConfigurationRecorder DeleteConformancePack DeleteConnector
    DeleteDeliveryChannel DeleteEvaluationResults DeleteOrganizationConfigRule DeleteOrganizationConformancePack
    DeletePendingAggregationRequest DeleteRemediationConfiguration DeleteRemediationExceptions DeleteResourceConfig
    DeleteRetentionConfiguration DeleteServiceLinkedConfigurationRecorder DeleteStoredQuery DeliverConfigSnapshot
    DescribeAggregateComplianceByConfigRules DescribeAggregateComplianceByConformancePacks
    DescribeAggregationAuthorizations DescribeComplianceByConfigRule DescribeComplianceByResource
    DescribeConfigRuleEvaluationStatus DescribeConfigRules DescribeConfigurationAggregatorSourcesStatus
    DescribeConfigurationAggregators DescribeConfigurationRecorderStatus DescribeConfigurationRecorders
    DescribeConformancePackCompliance DescribeConformancePackStatus DescribeConformancePacks
    DescribeDeliveryChannelStatus DescribeDeliveryChannels DescribeOrganizationConfigRuleStatuses
    DescribeOrganizationConfigRules DescribeOrganizationConformancePackStatuses DescribeOrganizationConformancePacks
    DescribePendingAggregationRequests DescribeRemediationConfigurations DescribeRemediationExceptions
    DescribeRemediationExecutionStatus DescribeRetentionConfigurations DisassociateResourceTypes
    GetAggregateComplianceDetailsByConfigRule GetAggregateConfigRuleComplianceSummary
    GetAggregateConformancePackComplianceSummary GetAggregateDiscoveredResourceCounts GetAggregateResourceConfig
    GetComplianceDetailsByConfigRule GetComplianceDetailsByResource GetComplianceSummaryByConfigRule
    GetComplianceSummaryByResourceType GetConformancePackComplianceDetails GetConformancePackComplianceSummary
    GetConnector GetCustomRulePolicy GetDiscoveredResourceCounts GetOrganizationConfigRuleDetailedStatus
    GetOrganizationConformancePackDetailedStatus GetOrganizationCustomRulePolicy GetResourceConfigHistory
    GetResourceEvaluationSummary GetStoredQuery ListAggregateDiscoveredResources ListConfigurationRecorders
    ListConformancePackComplianceScores ListConnectors ListDiscoveredResources ListResourceEvaluations
    ListStoredQueries ListTagsForResource PutAggregationAuthorization PutConfigRule PutConfigurationAggregator
    PutConfigurationRecorder PutConformancePack PutConnector PutDeliveryChannel PutEvaluations PutExternalEvaluation
    PutOrganizationConfigRule PutOrganizationConformancePack PutRemediationConfigurations PutRemediationExceptions
    PutResourceConfig PutRetentionConfiguration PutServiceLinkedConfigurationRecorder PutStoredQuery
    PutThirdPartyServiceLinkedConfigurationRecorder SelectAggregateResourceConfig SelectResourceConfig
    StartConfigRulesEvaluation StartConfigurationRecorder StartRemediationExecution StartResourceEvaluation
    StopConfigurationRecorder TagResource UntagResource
  `),
  "guardduty.amazonaws.com": words(`
    AcceptAdministratorInvitation AcceptInvitation ArchiveFindings CreateCustomDetectionRuleAssociation
    CreateCustomDetectionRuleOrgConfiguration CreateDetector CreateFilter CreateIPSet CreateInvestigation
    CreateMalwareProtectionPlan CreateMembers CreatePublishingDestination CreateSampleFindings
    CreateThreatEntitySet CreateThreatIntelSet CreateTrustedEntitySet DeclineInvitations
    DeleteCustomDetectionRuleAssociation DeleteCustomDetectionRuleOrgConfiguration DeleteDetector DeleteFilter
    DeleteIPSet DeleteInvitations DeleteMalwareProtectionPlan DeleteMembers DeletePublishingDestination
    DeleteThreatEntitySet DeleteThreatIntelSet DeleteTrustedEntitySet DescribeMalwareScans
    DescribeOrganizationConfiguration DescribePublishingDestination DisableOrganizationAdminAccount
    DisassociateFromAdministratorAccount DisassociateFromMasterAccount DisassociateMembers
    EnableOrganizationAdminAccount GetAdministratorAccount GetCoverageStatistics GetCustomDetectionRule
    GetCustomDetectionRuleAssociation GetCustomDetectionRuleOrgConfiguration GetDetector GetFilter GetFindings
    GetFindingsStatistics GetIPSet GetInvestigation GetInvitationsCount GetMalwareProtectionPlan GetMalwareScan
    GetMalwareScanSettings GetMasterAccount GetMemberDetectors GetMembers GetOrganizationStatistics
    GetRemainingFreeTrialDays GetThreatEntitySet GetThreatIntelSet GetTrustedEntitySet GetUsageStatistics
    InviteMembers ListCoverage ListCustomDetectionRuleAssociations ListCustomDetectionRuleOrgConfigurations
    ListCustomDetectionRules ListDetectors ListFilters ListFindings ListIPSets ListInvestigationRecords
    ListInvestigations ListInvitations ListMalwareProtectionPlans ListMalwareScans ListMembers
    ListOrganizationAdminAccounts ListPublishingDestinations ListTagsForResource ListThreatEntitySets
    ListThreatIntelSets ListTrustedEntitySets SendObjectMalwareScan StartMalwareScan StartMonitoringMembers
    StopMonitoringMembers TagResource UnarchiveFindings UntagResource UpdateCustomDetectionRuleAssociation
    UpdateCustomDetectionRuleOrgConfiguration UpdateDetector UpdateFilter UpdateFindingsFeedback UpdateIPSet
    UpdateMalwareProtectionPlan UpdateMalwareScanSettings UpdateMemberDetectors UpdateOrganizationConfiguration
    UpdatePublishingDestination UpdateThreatEntitySet UpdateThreatIntelSet UpdateTrustedEntitySet
  `),
  "iam.amazonaws.com": words(`
    AcceptDelegationRequest AcquireRole AddClientIDToOpenIDConnectProvider AddRoleToInstanceProfile AddUserToGroup
    AssociateDelegationRequest AttachGroupPolicy AttachRolePolicy AttachUserPolicy ChangePassword CreateAccessKey
    CreateAccountAlias CreateDelegationRequest CreateGroup CreateInstanceProfile CreateLoginProfile
    CreateOpenIDConnectProvider CreatePolicy CreatePolicyVersion CreateRole CreateSAMLProvider
    CreateServiceLinkedRole CreateServiceSpecificCredential CreateUser CreateVirtualMFADevice DeactivateMFADevice
    DeleteAccessKey DeleteAccountAlias DeleteAccountPasswordPolicy DeleteGroup DeleteGroupPolicy
    DeleteInstanceProfile DeleteLoginProfile DeleteOpenIDConnectProvider DeletePolicy DeletePolicyVersion DeleteRole
    DeleteRolePermissionsBoundary DeleteRolePolicy DeleteSAMLProvider DeleteSSHPublicKey DeleteServerCertificate
    DeleteServiceLinkedRole DeleteServiceSpecificCredential DeleteSigningCertificate DeleteUser
    DeleteUserPermissionsBoundary DeleteUserPolicy DeleteVirtualMFADevice DetachGroupPolicy DetachRolePolicy
    DetachUserPolicy DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions
    DisableOutboundWebIdentityFederation EnableMFADevice EnableOrganizationsRootCredentialsManagement
    EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation GenerateCredentialReport
    GenerateOrganizationsAccessReport GenerateServiceLastAccessedDetails GetAccessKeyLastUsed
    GetAccountAuthorizationDetails GetAccountPasswordPolicy GetAccountProperties GetAccountSummary
    GetContextKeysForCustomPolicy GetContextKeysForPrincipalPolicy GetCredentialReport GetDelegationRequest GetGroup
    GetGroupPolicy GetHumanReadableSummary GetInstanceProfile GetLoginProfile GetMFADevice GetOpenIDConnectProvider
    GetOrganizationsAccessReport GetOutboundWebIdentityFederationInfo GetPolicy GetPolicyVersion GetRole
    GetRolePolicy GetRoleTemplateVersion GetSAMLProvider GetSSHPublicKey GetServerCertificate
    GetServiceLastAccessedDetails GetServiceLastAccessedDetailsWithEntities GetServiceLinkedRoleDeletionStatus
    GetUser GetUserPolicy ListAccessKeys ListAccountAliases ListAttachedGroupPolicies ListAttachedRolePolicies
    ListAttachedUserPolicies ListDelegationRequests ListEntitiesForPolicy ListGroupPolicies ListGroups
    ListGroupsForUser ListInstanceProfileTags ListInstanceProfiles ListInstanceProfilesForRole ListMFADeviceTags
    ListMFADevices ListOpenIDConnectProviderTags ListOpenIDConnectProviders ListOrganizationsFeatures ListPolicies
    ListPoliciesGrantingServiceAccess ListPolicyTags ListPolicyVersions ListRolePolicies ListRoleTags ListRoles
    ListSAMLProviderTags ListSAMLProviders ListSSHPublicKeys ListServerCertificateTags ListServerCertificates
    ListServiceSpecificCredentials ListSigningCertificates ListUserPolicies ListUserTags ListUsers
    ListVirtualMFADevices PutAccountProperties PutGroupPolicy PutRolePermissionsBoundary PutRolePolicy
    PutUserPermissionsBoundary PutUserPolicy RejectDelegationRequest RemoveClientIDFromOpenIDConnectProvider
    RemoveRoleFromInstanceProfile RemoveUserFromGroup ResetServiceSpecificCredential ResyncMFADevice
    SendDelegationToken SetDefaultPolicyVersion SetSecurityTokenServicePreferences SimulateCustomPolicy
    SimulatePrincipalPolicy TagInstanceProfile TagMFADevice TagOpenIDConnectProvider TagPolicy TagRole
    TagSAMLProvider TagServerCertificate TagUser UntagInstanceProfile UntagMFADevice UntagOpenIDConnectProvider
    UntagPolicy UntagRole UntagSAMLProvider UntagServerCertificate UntagUser UpdateAccessKey
    UpdateAccountPasswordPolicy UpdateAssumeRolePolicy UpdateDelegationRequest UpdateGroup UpdateLoginProfile
    UpdateOpenIDConnectProviderThumbprint UpdateRole UpdateRoleDescription UpdateSAMLProvider UpdateSSHPublicKey
    UpdateServerCertificate UpdateServiceSpecificCredential UpdateSigningCertificate UpdateUser UploadSSHPublicKey
    UploadServerCertificate UploadSigningCertificate
  `),
  "inspector2.amazonaws.com": words(`
    AssociateMember BatchAssociateCodeSecurityScanConfiguration BatchDisassociateCodeSecurityScanConfiguration
    BatchGetAccountStatus BatchGetCodeSnippet BatchGetFindingDetails BatchGetFreeTrialInfo
    BatchGetMemberEc2DeepInspectionStatus BatchUpdateMemberEc2DeepInspectionStatus CancelFindingsReport
    CancelSbomExport CreateCisScanConfiguration CreateCodeSecurityIntegration CreateCodeSecurityScanConfiguration
    CreateConnector CreateFilter CreateFindingsReport CreateSbomExport DeleteCisScanConfiguration
    DeleteCodeSecurityIntegration DeleteCodeSecurityScanConfiguration DeleteConnector DeleteFilter
    DescribeOrganizationConfiguration Disable DisableDelegatedAdminAccount DisassociateMember Enable
    EnableDelegatedAdminAccount GetCisScanReport GetCisScanResultDetails GetClustersForImage
    GetCodeSecurityIntegration GetCodeSecurityScan GetCodeSecurityScanConfiguration GetConfiguration
    GetDelegatedAdminAccount GetEc2DeepInspectionConfiguration GetEncryptionKey GetFindingsReportStatus GetMember
    GetSbomExport ListAccountPermissions ListCisScanConfigurations ListCisScanResultsAggregatedByChecks
    ListCisScanResultsAggregatedByTargetResource ListCisScans ListCodeSecurityIntegrations
    ListCodeSecurityScanConfigurationAssociations ListCodeSecurityScanConfigurations
    ListConnectorScanConfigurations ListConnectors ListCoverage ListCoverageStatistics ListDelegatedAdminAccounts
    ListFilters ListFindingAggregations ListFindings ListMembers ListTagsForResource ListUsageTotals
    ResetEncryptionKey SearchVulnerabilities SendCisSessionHealth SendCisSessionTelemetry StartCisSession
    StartCodeSecurityScan StopCisSession TagResource UntagResource UpdateCisScanConfiguration
    UpdateCodeSecurityIntegration UpdateCodeSecurityScanConfiguration UpdateConfiguration UpdateConnector
    UpdateConnectorScanConfiguration UpdateEc2DeepInspectionConfiguration UpdateEncryptionKey UpdateFilter
    UpdateOrgEc2DeepInspectionConfiguration UpdateOrganizationConfiguration
  `),
  "kms.amazonaws.com": words(`
    CancelKeyDeletion ConnectCustomKeyStore CreateAlias CreateCustomKeyStore CreateGrant CreateKey Decapsulate
    Decrypt DeleteAlias DeleteCustomKeyStore DeleteExpiredKeyMaterial DeleteImportedKeyMaterial DeleteKey
    DeriveSharedSecret DescribeCustomKeyStores DescribeKey DisableKey DisableKeyRotation DisconnectCustomKeyStore
    EnableKey EnableKeyRotation Encapsulate Encrypt GenerateDataKey GenerateDataKeyPair
    GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac GenerateRandom GetKeyLastUsage
    GetKeyPolicy GetKeyRotationStatus GetParametersForImport GetPublicKey ImportKeyMaterial ListAliases ListGrants
    ListKeyPolicies ListKeyRotations ListKeys ListResourceTags ListRetirableGrants PutKeyPolicy ReEncrypt
    ReplicateKey RetireGrant RevokeGrant RotateKey RotateKeyOnDemand ScheduleKeyDeletion Sign
    SynchronizeMultiRegionKey TagResource UntagResource UpdateAlias UpdateCustomKeyStore UpdateKeyDescription
    UpdatePrimaryRegion Verify VerifyMac
  `),
  "logs.amazonaws.com": words(`
    AssociateKmsKey AssociateSourceToS3TableIntegration CancelExportTask CancelImportTask CreateDelivery
    CreateExportTask CreateImportTask CreateLogAnomalyDetector CreateLogGroup CreateLogStream CreateLookupTable
    CreateScheduledQuery DeleteAccountPolicy DeleteDataProtectionPolicy DeleteDelivery DeleteDeliveryDestination
    DeleteDeliveryDestinationPolicy DeleteDeliverySource DeleteDestination DeleteIndexPolicy DeleteIntegration
    DeleteLogAnomalyDetector DeleteLogGroup DeleteLogStream DeleteLookupTable DeleteMetricFilter
    DeleteQueryDefinition DeleteResourcePolicy DeleteRetentionPolicy DeleteScheduledQuery DeleteSubscriptionFilter
    DeleteSyslogConfiguration DeleteTransformer DescribeAccountPolicies DescribeConfigurationTemplates
    DescribeDeliveries DescribeDeliveryDestinations DescribeDeliverySources DescribeDestinations DescribeExportTasks
    DescribeFieldIndexes DescribeImportTaskBatches DescribeImportTasks DescribeIndexPolicies DescribeLogGroups
    DescribeLogStreams DescribeLookupTables DescribeMetricFilters DescribeQueries DescribeQueryDefinitions
    DescribeResourcePolicies DescribeSubscriptionFilters DisassociateKmsKey DisassociateSourceFromS3TableIntegration
    FilterLogEvents GetDataProtectionPolicy GetDelivery GetDeliveryDestination GetDeliveryDestinationPolicy
    GetDeliverySource GetIntegration GetLogAnomalyDetector GetLogEvents GetLogFields GetLogGroupFields GetLogObject
    GetLogRecord GetLookupTable GetQueryResults GetScheduledQuery GetScheduledQueryHistory GetStorageTierPolicy
    GetTransformer ListAggregateLogGroupSummaries ListAnomalies ListIntegrations ListLogAnomalyDetectors
    ListLogGroups ListLogGroupsForQuery ListScheduledQueries ListSourcesForS3TableIntegration
    ListSyslogConfigurations ListTagsForResource ListTagsLogGroup PutAccountPolicy PutBearerTokenAuthentication
    PutDataProtectionPolicy PutDeliveryDestination PutDeliveryDestinationPolicy PutDeliverySource PutDestination
    PutDestinationPolicy PutIndexPolicy PutIntegration PutLogEvents PutLogGroupDeletionProtection PutMetricFilter
    PutQueryDefinition PutResourcePolicy PutRetentionPolicy PutStorageTierPolicy PutSubscriptionFilter
    PutSyslogConfiguration PutTransformer StartLiveTail StartQuery StopQuery TagLogGroup TagResource
    TestMetricFilter TestTransformer UntagLogGroup UntagResource UpdateAnomaly UpdateDeliveryConfiguration
    UpdateLogAnomalyDetector UpdateLookupTable UpdateScheduledQuery
  `),
  "macie2.amazonaws.com": words(`
    AcceptInvitation BatchGetCustomDataIdentifiers BatchUpdateAutomatedDiscoveryAccounts CreateAllowList
    CreateClassificationJob CreateCustomDataIdentifier CreateFindingsFilter CreateInvitations CreateMember
    CreateSampleFindings DeclineInvitations DeleteAllowList DeleteCustomDataIdentifier DeleteFindingsFilter
    DeleteInvitations DeleteMember DescribeBuckets DescribeClassificationJob DescribeOrganizationConfiguration
    DisableMacie DisableOrganizationAdminAccount DisassociateFromAdministratorAccount DisassociateFromMasterAccount
    DisassociateMember EnableMacie EnableOrganizationAdminAccount GetAdministratorAccount GetAllowList
    GetAutomatedDiscoveryConfiguration GetBucketStatistics GetClassificationExportConfiguration
    GetClassificationScope GetCustomDataIdentifier GetFindingStatistics GetFindings GetFindingsFilter
    GetFindingsPublicationConfiguration GetInvitationsCount GetMacieSession GetMasterAccount GetMember
    GetResourceProfile GetRevealConfiguration GetSensitiveDataOccurrences GetSensitiveDataOccurrencesAvailability
    GetSensitivityInspectionTemplate GetUsageStatistics GetUsageTotals ListAllowLists ListAutomatedDiscoveryAccounts
    ListClassificationJobs ListClassificationScopes ListCustomDataIdentifiers ListFindings ListFindingsFilters
    ListInvitations ListManagedDataIdentifiers ListMembers ListOrganizationAdminAccounts
    ListResourceProfileArtifacts ListResourceProfileDetections ListSensitivityInspectionTemplates
    ListTagsForResource PutClassificationExportConfiguration PutFindingsPublicationConfiguration SearchResources
    TagResource TestCustomDataIdentifier UntagResource UpdateAllowList UpdateAutomatedDiscoveryConfiguration
    UpdateClassificationJob UpdateClassificationScope UpdateFindingsFilter UpdateMacieSession UpdateMemberSession
    UpdateOrganizationConfiguration UpdateResourceProfile UpdateResourceProfileDetections UpdateRevealConfiguration
    UpdateSensitivityInspectionTemplate
  `),
  "securityhub.amazonaws.com": words(`
    AcceptAdministratorInvitation AcceptInvitation BatchDeleteAutomationRules BatchDisableStandards
    BatchEnableStandards BatchGetAutomationRules BatchGetConfigurationPolicyAssociations BatchGetSecurityControls
    BatchGetStandardsControlAssociations BatchImportFindings BatchUpdateAutomationRules BatchUpdateFindings
    BatchUpdateFindingsV2 BatchUpdateStandardsControlAssociations CreateActionTarget CreateAggregatorV2
    CreateAutomationRule CreateAutomationRuleV2 CreateConfigurationPolicy CreateConnector CreateConnectorV2
    CreateFindingAggregator CreateInsight CreateMembers CreateTicketV2 DeclineInvitations DeleteActionTarget
    DeleteAggregatorV2 DeleteAutomationRuleV2 DeleteConfigurationPolicy DeleteConnector DeleteConnectorV2
    DeleteFindingAggregator DeleteInsight DeleteInvitations DeleteMembers DescribeActionTargets DescribeHub
    DescribeOrganizationConfiguration DescribeProducts DescribeProductsV2 DescribeSecurityHubV2 DescribeStandards
    DescribeStandardsControls DisableImportFindingsForProduct DisableOrganizationAdminAccount DisableSecurityHub
    DisableSecurityHubFeatureV2 DisableSecurityHubV2 DisassociateFromAdministratorAccount
    DisassociateFromMasterAccount DisassociateMembers EnableImportFindingsForProduct
    EnableOrganizationAdminAccount EnableSecurityHub EnableSecurityHubFeatureV2 EnableSecurityHubV2
    GenerateRecommendedPolicyV2 GetAdministratorAccount GetAggregatorV2 GetAutomationRuleV2 GetConfigurationPolicy
    GetConfigurationPolicyAssociation GetConnector GetConnectorV2 GetEnabledStandards GetFindingAggregator
    GetFindingHistory GetFindingStatisticsV2 GetFindings GetFindingsTrendsV2 GetFindingsV2 GetInsightResults
    GetInsights GetInvitationsCount GetMasterAccount GetMembers GetRecommendedPolicyV2 GetResourcesStatisticsV2
    GetResourcesTrendsV2 GetResourcesV2 GetSecurityControlDefinition InviteMembers ListAggregatorsV2
    ListAutomationRules ListAutomationRulesV2 ListConfigurationPolicies ListConfigurationPolicyAssociations
    ListConnectors ListConnectorsV2 ListEnabledProductsForImport ListFindingAggregators ListFreeTrialStatusesV2
    ListInvitations ListMembers ListOrganizationAdminAccounts ListSecurityControlDefinitions
    ListStandardsControlAssociations ListTagsForResource RegisterConnectorV2 StartConfigurationPolicyAssociation
    StartConfigurationPolicyDisassociation TagResource UntagResource UpdateActionTarget UpdateAggregatorV2
    UpdateAutomationRuleV2 UpdateConfigurationPolicy UpdateConnector UpdateConnectorV2 UpdateFindingAggregator
    UpdateFindings UpdateInsight UpdateOrganizationConfiguration UpdateSecurityControl
    UpdateSecurityHubConfiguration UpdateStandardsControl
  `),
  "sns.amazonaws.com": words(`
    AddPermission CheckIfPhoneNumberIsOptedOut ConfirmSubscription CreatePlatformApplication CreatePlatformEndpoint
    CreateSMSSandboxPhoneNumber CreateTopic DeleteEndpoint DeletePlatformApplication DeleteSMSSandboxPhoneNumber
    DeleteTopic GetDataProtectionPolicy GetEndpointAttributes GetPlatformApplicationAttributes GetSMSAttributes
    GetSMSSandboxAccountStatus GetSubscriptionAttributes GetTopicAttributes ListEndpointsByPlatformApplication
    ListOriginationNumbers ListPhoneNumbersOptedOut ListPlatformApplications ListSMSSandboxPhoneNumbers
    ListSubscriptions ListSubscriptionsByTopic ListTagsForResource ListTopics OptInPhoneNumber Publish PublishBatch
    PutDataProtectionPolicy RemovePermission SetEndpointAttributes SetPlatformApplicationAttributes SetSMSAttributes
    SetSubscriptionAttributes SetTopicAttributes Subscribe TagResource Unsubscribe UntagResource
    VerifySMSSandboxPhoneNumber
  `),
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
