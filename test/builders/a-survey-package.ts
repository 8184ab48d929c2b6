import { signerFromSecret } from '../../src-main/crypto/signing-key.ts'
import type { AssignmentRecord } from '../../src-main/package-file/assignment-records.ts'
import type { EditInPackage } from '../../src-main/package-file/edit-record.ts'
import { finishBag } from '../../src-main/package-file/finish-bag.ts'
import type { HouseholdInPackage } from '../../src-main/package-file/household-record.ts'
import { type BagInput, prepareBag } from '../../src-main/package-file/prepare-bag.ts'
import type { RecordsOfKind } from '../../src-main/package-file/record-kind.ts'
import type { ResultsRecord } from '../../src-main/package-file/results-records.ts'
import { signPackage } from '../../src-main/package-file/seal-package.ts'
import type { Signer } from '../../src-main/ports/signer.ts'

export type SurveyKind = 'survey-assignment' | 'survey-results'

const office = '01980a3c-0000-7000-8000-0000000000f1'
const laptop = '01980a3c-0000-7000-8000-0000000000f2'
const roundId = '01980a3c-0000-7000-8000-00000000000a'
const taskId = '01980a3c-0000-7000-8000-0000000000aa'
const householdId = '01980a3c-0000-7000-8000-0000000000b0'
const personId = '01980a3c-0000-7000-8000-0000000000b1'

/** Two machines whose keys never change, so that what they signed can be kept as a file. */
export const officeSigner = signerFromSecret(Buffer.alloc(32, 7))
export const laptopSigner = signerFromSecret(Buffer.alloc(32, 9))

export function aHouseholdRecord(change: Partial<HouseholdInPackage> = {}): HouseholdInPackage {
  return {
    type: 'household',
    id: householdId,
    householdNo: 'H1',
    villageCode: '141024101201',
    villageName: '甘亭村',
    group: '一组',
    householderId: personId,
    address: '',
    status: 'registered',
    version: 3,
    members: [
      {
        id: personId,
        name: '张𠅤生',
        idNumber: '141024198801010006',
        idUpgraded: false,
        sex: 'female',
        birthDate: '1988-01-01',
        relation: '户主',
        ethnicity: '汉族',
        hukouKind: '',
        phone: '13800000001',
        remark: '',
        status: 'registered',
        diedOn: null,
        deathSource: '',
        movedOn: null,
        movedWhere: '',
        version: 2,
      },
    ],
    accounts: [
      {
        id: '01980a3c-0000-7000-8000-0000000000b2',
        personId,
        holderName: '张𠅤生',
        accountNo: '6229990000000000001',
        kind: 'card',
        bankName: '农商行',
        holderKind: 'own',
        holderIdNumber: '',
        creditCode: '',
        custody: 'self',
        status: 'active',
        version: 1,
      },
    ],
    parcels: [
      {
        id: '01980a3c-0000-7000-8000-0000000000b3',
        parcelNo: 'D001',
        name: '村东',
        contractNo: '',
        villageCode: '141024101201',
        areaCentiMu: 520,
        nonEligibleCentiMu: 0,
        landUse: '耕地',
        status: 'active',
        version: 1,
      },
    ],
    landRights: [
      {
        batchId: '01980a3c-0000-7000-8000-0000000000b4',
        fileName: '确权台账.xlsx',
        importedAt: '2026-05-01T01:00:00.000Z',
        line: 7,
        villageCode: '141024101201',
        group: '一组',
        holderName: '张𠅤生',
        idNumber: '141024198801010006',
        confirmedCentiMu: 600,
        nonEligibleCentiMu: 0,
        transferredOutCentiMu: 80,
        farmedForOthersCentiMu: 0,
      },
    ],
    ...change,
  }
}

export function anEditRecord(change: Partial<EditInPackage> = {}): EditInPackage {
  return {
    type: 'edit',
    id: '01980a3c-0000-7000-8000-0000000000c1',
    taskId,
    subject: personId,
    field: 'phone',
    value: '13900000002',
    baseValue: '13800000001',
    supersedes: [],
    workstationId: laptop,
    editedBy: '01980a3c-0000-7000-8000-0000000000d1',
    editorName: '王走访',
    editedAt: '2026-07-12T02:00:00.000Z',
    ...change,
  }
}

export const assignmentRecords: readonly AssignmentRecord[] = [
  {
    type: 'assignment',
    id: '01980a3c-0000-7000-8000-0000000000e1',
    roundId,
    machineId: laptop,
    machineName: '2 号外业笔记本',
    visitors: ['王走访', '李走访'],
    note: '',
    assignedAt: '2026-07-10T01:00:00.000Z',
    ended: [],
  },
  {
    type: 'round',
    id: roundId,
    programme: {
      code: 'NY01',
      name: '耕地地力保护补贴',
      department: '农业农村局',
      unit: '亩',
      cycle: '年',
      confidence: '证',
    },
    year: 2026,
    name: '2026 年耕地摸底',
    fromYear: 2025,
    questionSet: {
      id: '01980a3c-0000-7000-8000-00000000000b',
      version: 1,
      title: '耕地问题',
      questions: '[{"key":"crop"}]',
      source: '县方案',
    },
  },
  aHouseholdRecord(),
  {
    type: 'task',
    id: taskId,
    roundId,
    householdId,
    villageCode: '141024101201',
    group: '一组',
    mustVisit: '["failed"]',
    previous: '[]',
    origin: 'previous',
    householdVersion: 3,
  },
  anEditRecord({ id: '01980a3c-0000-7000-8000-0000000000c0', workstationId: office, value: '13800000009' }),
]

export const scan = Buffer.from('%PDF-1.7 signed visit form')

export const resultsRecords: readonly ResultsRecord[] = [
  {
    type: 'taken',
    id: '01980a3c-0000-7000-8000-0000000000e1',
    takenAt: '2026-07-11T01:00:00.000Z',
    takenBy: '王走访',
  },
  {
    type: 'visit',
    id: taskId,
    householdId,
    villageCode: '141024101201',
    householdVersion: 3,
    state: 'visited',
    visitedOn: '2026-07-12',
    found: null,
  },
  anEditRecord(),
  anEditRecord({
    id: '01980a3c-0000-7000-8000-0000000000c2',
    subject: 'visit',
    field: 'state',
    value: 'visited',
    baseValue: null,
  }),
  {
    type: 'evidence',
    id: '01980a3c-0000-7000-8000-0000000000c9',
    subjectKind: 'household',
    subjectId: householdId,
    kind: 'visit-form',
    title: '入户调查表',
    programmeCode: null,
    sha256: 'd7cb08e61f22e385efc20f8960567be4db8d548a23237d9b33aa6ab35b6a9621',
    extension: 'pdf',
    onDay: '2026-07-12',
    daySource: 'stated',
    origin: 'survey',
    originId: taskId,
    addedBy: '王走访',
    addedAt: '2026-07-12T02:00:00.000Z',
  },
]

/** Everything a package of this kind says of itself before its records. */
export function aSurveyBag<K extends SurveyKind>(
  kind: K,
  records: readonly RecordsOfKind[K][],
  change: Partial<BagInput['header']> = {},
): BagInput<K> {
  return {
    kind,
    header: {
      id: '01980a3c-5b7e-7d10-8f2a-3c4d5e6f7082',
      township: '141024101000',
      programme: 'NY01',
      period: '2026',
      demonstration: false,
      createdAt: '2026-07-12T09:00:00+08:00',
      createdBy: '王走访',
      policyVersion: '2026-1',
      software: { name: 'onecard', version: '0.1.0', build: 'test' },
      auditHead: 'a'.repeat(64),
      ...change,
    },
    records,
    summary: Buffer.from('PK summary'),
    attachments: kind === 'survey-results' ? [{ extension: 'pdf', bytes: scan }] : [],
  }
}

export const anAssignmentBag = () => aSurveyBag('survey-assignment', assignmentRecords)
export const aResultsBag = () => aSurveyBag('survey-results', resultsRecords)

export function signedBy(signer: Signer, bag: BagInput<SurveyKind>) {
  const finished = finishBag(prepareBag(bag), { sequence: 1, previous: null, approvedBy: null })
  const signed = signPackage(finished, [{ role: 'workstation', signer }])
  return { ...signed, zip: Buffer.concat(signed.parts) }
}
