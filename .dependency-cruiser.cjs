const main = (names) => `^src-main/(${names})/`

/** One line per folder: what it may import of ours. Nothing points back. */
const mayImport = {
  domain: '',
  rules: 'domain',
  wording: 'domain',
  crypto: 'domain|ports',
  contract: 'domain',
  ports: 'domain',
  workbook: 'domain',
  imaging: 'domain|crypto',
  documents: 'domain|wording',
  store: 'domain|crypto|ports',
  'package-file': 'domain|crypto|ports',
  transport: 'domain|ports',
  usecases: 'domain|rules|wording|ports|store|workbook|imaging|documents|package-file|crypto|contract',
}

const folderRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: main(folder) },
  to: { path: '^src-(main|renderer)/', pathNot: allowed ? [main(folder), main(allowed)] : [main(folder)] },
}))

/** A dangerous package lives in one folder. */
const onlyIn = (name, packages, where) => ({
  name,
  severity: 'error',
  from: { path: '^src-(main|renderer)/', pathNot: where },
  to: { path: `^(node_modules/)?(${packages})(/|$)` },
})

module.exports = {
  forbidden: [
    ...folderRules,
    {
      name: 'renderer-knows-only-the-contract',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: '^src-main/', pathNot: '^src-main/(contract|wording|domain)/' },
    },
    {
      name: 'domain-takes-only-pure-libraries',
      severity: 'error',
      from: { path: main('domain|rules|wording|contract') },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: 'node_modules/(decimal\\.js|nzh|chinese-days|zod|@orpc/contract|@marcbachmann/cel-js)/',
      },
    },
    onlyIn('driver-in-store', 'sqlite3|better-sqlite3-multiple-ciphers', '^src-main/store/'),
    onlyIn('kysely-in-store', 'kysely', '^src-main/store/'),
    onlyIn(
      'spreadsheets-in-workbook',
      'xlsx|@e965/xlsx|@cj-tech-master/excelts|iconv-lite',
      '^src-main/workbook/',
    ),
    onlyIn(
      'pictures-in-imaging',
      'sharp|@img/.*|zxing-wasm|@hyzyla/pdfium|exif-reader',
      '^src-main/imaging/',
    ),
    onlyIn('electron-in-shell', 'electron', '^src-main/(main\\.ts|shell/|preload/)'),
    onlyIn(
      'algorithms-in-crypto',
      'sm-crypto-v2|age-encryption|@noble/(ciphers|hashes|curves)',
      '^src-main/crypto/',
    ),
    onlyIn(
      'how-a-call-travels-in-api',
      '@orpc/client',
      '^src-renderer/api/|^src-main/host/|^src-main/(cli|serve|main|core)|^src-main/(shell|cli|preload)/',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^src-main/(main|serve|cli|start|core-entry)\\.ts$', '^src-main/preload/'],
      },
      to: {},
    },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      from: { path: '^src-' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
