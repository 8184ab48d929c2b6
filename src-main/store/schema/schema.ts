import type { StaffKinTable } from './kin-tables.ts'
import type { ObjectionInquiryTable, ObjectionTable } from './objection-tables.ts'
import type { DroppedNoteTable, RecoveryEntryTable, StopRecordTable } from './stop-tables.ts'
import type {
  MetaTable,
  SettingTable,
  DivisionTable,
  UserTable,
  UserGrantTable,
  RoleExceptionTable,
  SigningKeyTable,
  PaperSignerTable,
  HandoverTable,
} from './office-tables.ts'
import type {
  ImportMappingTable,
  ListBatchTable,
  ListGoneTable,
  ListImportTable,
  ListRejectTable,
  RosterLineTable,
  LandRightTable,
  ExternalEntryTable,
} from './lists-tables.ts'
import type {
  AccountAuthorisationTable,
  AccountTable,
  HouseholdTable,
  PersonTable,
  ValueChangeTable,
} from './register-tables.ts'
import type {
  HouseholdEventApplicationTable,
  HouseholdEventPersonTable,
  HouseholdEventTable,
} from './household-event-tables.ts'
import type { LandTransferTable, ParcelTable } from './land-tables.ts'
import type { PolicyLineTable, PolicyListTable } from './policy-tables.ts'
import type { CheckRuleTable, ProgrammeTable, ProgrammeTermsTable } from './programme-tables.ts'
import type {
  ApplicationTable,
  ApplicationEditorTable,
  ApplicationFigureTable,
  ApplicationStepTable,
  CheckRunTable,
  EligibilityDecisionTable,
  FindingExplanationTable,
  FindingRebuttalTable,
  RecheckDrawnTable,
  RecheckDrawTable,
  RecheckResultTable,
  CheckKeyTable,
  FindingTable,
  HearingTable,
  VerificationStatementTable,
} from './application-tables.ts'
import type { PublicityTable, PublicityLineTable, PublicityEvidenceTable } from './publicity-tables.ts'
import type { RecipientTable, ExportPackageTable, PackageApplicationTable } from './export-package-tables.ts'
import type {
  SurveyDraftDiscardedTable,
  SurveyDraftTable,
  SurveyEditTable,
  SurveyQuestionSetTable,
  SurveyRoundTable,
  SurveyTaskTable,
  SurveyValueTable,
} from './survey-tables.ts'
import type {
  FieldAssignmentTable,
  FieldAssignmentTaskTable,
  FieldworkFolderTable,
  FieldworkQuarantineTable,
  FieldworkReceivedTable,
  FieldworkSentEvidenceTable,
  FieldworkSentTable,
  FoundEditTable,
  FoundHouseholdTable,
  MachineTable,
} from './fieldwork-tables.ts'
import type {
  EvidenceTable,
  VaultFileTable,
  DataMarkTable,
  AuditEntryTable,
  AuditCheckpointTable,
} from './trace-tables.ts'
import type {
  BulkEditTable,
  BulkEditValueTable,
  ExportLedgerTable,
  ExtractDefinitionTable,
  FormMappingTable,
  FullExportRequestTable,
} from './extract-tables.ts'
import type {
  VillageBookLineTable,
  VillageBookReturnTable,
  VillageBookRowTable,
  VillageBookTable,
} from './village-book-tables.ts'
import type {
  PaperDocumentTable,
  PaperIntakeTable,
  PaperLineTable,
  PaperMissingReasonTable,
  PaperPageTable,
  PaperScanPlaceTable,
  PaperScanTable,
} from './paper-tables.ts'

/** Every table; snake_case in the file, camelCase from here outward (Kysely's CamelCasePlugin). */
export interface Schema {
  meta: MetaTable
  setting: SettingTable
  division: DivisionTable
  user: UserTable
  userGrant: UserGrantTable
  roleException: RoleExceptionTable
  signingKey: SigningKeyTable
  paperSigner: PaperSignerTable
  handover: HandoverTable
  listImport: ListImportTable
  listBatch: ListBatchTable
  listGone: ListGoneTable
  importMapping: ImportMappingTable
  listReject: ListRejectTable
  rosterLine: RosterLineTable
  landRight: LandRightTable
  externalEntry: ExternalEntryTable
  household: HouseholdTable
  person: PersonTable
  account: AccountTable
  valueChange: ValueChangeTable
  accountAuthorisation: AccountAuthorisationTable
  householdEvent: HouseholdEventTable
  householdEventPerson: HouseholdEventPersonTable
  householdEventApplication: HouseholdEventApplicationTable
  parcel: ParcelTable
  landTransfer: LandTransferTable
  evidence: EvidenceTable
  programme: ProgrammeTable
  programmeTerms: ProgrammeTermsTable
  policyList: PolicyListTable
  policyLine: PolicyLineTable
  eligibilityDecision: EligibilityDecisionTable
  findingExplanation: FindingExplanationTable
  findingRebuttal: FindingRebuttalTable
  recheckDraw: RecheckDrawTable
  recheckDrawn: RecheckDrawnTable
  recheckResult: RecheckResultTable
  checkRule: CheckRuleTable
  application: ApplicationTable
  applicationEditor: ApplicationEditorTable
  applicationFigure: ApplicationFigureTable
  applicationStep: ApplicationStepTable
  checkRun: CheckRunTable
  finding: FindingTable
  hearing: HearingTable
  stopRecord: StopRecordTable
  recoveryEntry: RecoveryEntryTable
  droppedNote: DroppedNoteTable
  staffKin: StaffKinTable
  checkKey: CheckKeyTable
  verificationStatement: VerificationStatementTable
  publicity: PublicityTable
  publicityLine: PublicityLineTable
  publicityEvidence: PublicityEvidenceTable
  objection: ObjectionTable
  objectionInquiry: ObjectionInquiryTable
  recipient: RecipientTable
  exportPackage: ExportPackageTable
  packageApplication: PackageApplicationTable
  surveyQuestionSet: SurveyQuestionSetTable
  surveyRound: SurveyRoundTable
  surveyTask: SurveyTaskTable
  surveyEdit: SurveyEditTable
  surveyValue: SurveyValueTable
  surveyDraft: SurveyDraftTable
  surveyDraftDiscarded: SurveyDraftDiscardedTable
  machine: MachineTable
  fieldAssignment: FieldAssignmentTable
  fieldAssignmentTask: FieldAssignmentTaskTable
  fieldworkSent: FieldworkSentTable
  fieldworkSentEvidence: FieldworkSentEvidenceTable
  fieldworkReceived: FieldworkReceivedTable
  fieldworkQuarantine: FieldworkQuarantineTable
  fieldworkFolder: FieldworkFolderTable
  foundHousehold: FoundHouseholdTable
  foundEdit: FoundEditTable
  extractDefinition: ExtractDefinitionTable
  fullExportRequest: FullExportRequestTable
  exportLedger: ExportLedgerTable
  formMapping: FormMappingTable
  bulkEdit: BulkEditTable
  bulkEditValue: BulkEditValueTable
  villageBook: VillageBookTable
  villageBookRow: VillageBookRowTable
  villageBookReturn: VillageBookReturnTable
  villageBookLine: VillageBookLineTable
  paperDocument: PaperDocumentTable
  paperPage: PaperPageTable
  paperLine: PaperLineTable
  paperIntake: PaperIntakeTable
  paperScan: PaperScanTable
  paperScanPlace: PaperScanPlaceTable
  paperMissingReason: PaperMissingReasonTable
  vaultFile: VaultFileTable
  dataMark: DataMarkTable
  auditEntry: AuditEntryTable
  auditCheckpoint: AuditCheckpointTable
}
