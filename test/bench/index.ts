import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import MiniSearch from 'minisearch'
import type { DocumentRecord } from '../../corpus/model/record.ts'
import { projectRoot } from '../../corpus/root.ts'
import { openForWriting } from '../../corpus/store/database.ts'
import { DocumentWriter, listDocuments, loadRecord } from '../../corpus/store/documents.ts'
import { rowsOf } from '../../corpus/store/documentRows.ts'
import {
  databaseFile,
  generationFolder,
  indexFolder,
  publishCurrent,
} from '../../corpus/store/generations.ts'
import { createSchema, SCHEMA_VERSION } from '../../corpus/store/schema.ts'
import { miniSearchEngine } from '../../indexer/engine/minisearch/index.ts'
import type { MiniSearchDocument } from '../../indexer/engine/minisearch/options.ts'
import { BM25, FIELD_WEIGHTS, MINISEARCH_OPTIONS } from '../../indexer/engine/minisearch/options.ts'
import { indexedParagraphs } from '../../indexer/indexedParagraphs.ts'
import { indexCorpus } from '../../indexer/pipeline.ts'
import { reconcile } from '../../indexer/reconcile/index.ts'
import { readIndexerSettings } from '../../indexer/settings.ts'
import { answerQuestion } from '../../server/answer/answer.ts'
import { PASSAGES_READ, type ReadPassages } from '../../server/answer/reading.ts'
import type { Config } from '../../server/config.ts'
import { presentList } from '../../server/presenters/register/entryJson.ts'
import { findEntries } from '../../server/register/findEntries.ts'
import { pageListSchema, toListRequest } from '../../server/register/listRequest.ts'
import type { ListName } from '../../server/register/registerLists.ts'
import { LIST_NAMES } from '../../server/register/registerLists.ts'
import type { Generation } from '../../server/generations.ts'
import { presentSearch } from '../../server/presenters/api.ts'
import { searchRecord } from '../../server/search/searchRecord.ts'
import { alignedTable } from '../builders/alignedTable.ts'
import { withGeneration } from '../builders/generation.ts'
import { freePort } from '../builders/program.ts'
import { nothingRead } from '../builders/readings.ts'
import { NOT_INSTALLED, readerIsInstalled, withShippedReader } from '../builders/shippedReader.ts'
import { readJudgedQuestions } from '../relevance/answers/questions.ts'
import type { Timing } from './measure.ts'
import { cpuEach, inTurn, median, timeEach, timeOnce } from './measure.ts'
import { queryClasses, searchIds } from './queryClasses.ts'
import { queriesFrom, recombine } from './syntheticCorpus.ts'

// `npm run bench [-- PARAGRAPHS ...]`: this service beside what it is built on, in turn and in one run.

const ROUNDS = 5
const QUERIES = 500
const SEED = 20_241_218
const CONNECTIONS = 10
const LOAD_SECONDS = 4
const SIZES = [20_000, 100_000]
const RESULTS_FILE = join(projectRoot, 'bench-results.json')

interface Row {
  readonly corpus: string
  readonly measure: string
  readonly ours: number
  readonly raw: number | null
  readonly unit: string
}

const rows: Row[] = []
const nothing = (): void => undefined
const silentProgress = { remark: nothing, begin: nothing, read: nothing, refused: nothing, step: nothing }
const requestFor = (q: string) =>
  ({
    q,
    match: 'any',
    filters: {},
    sort: 'relevance',
    copies: 'one',
    notAlso: [],
    page: 1,
    size: 10,
  }) as const

async function main(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-bench-'))
  const shippedData = join(folder, 'shipped')
  await indexCorpus({ ...readIndexerSettings({}), dataDir: shippedData }, false, silentProgress)
  const records = await withGeneration(shippedData, (generation) => allRecords(generation))
  const queries = queriesFrom(records, QUERIES, SEED)

  await withGeneration(shippedData, async (generation) => {
    await benchSearch('shipped', generation, queries)
    await benchLists('shipped', generation)
    await benchAnswers('shipped', generation, 'by words', nothingRead)
    if (readerIsInstalled()) {
      await withShippedReader((read) => benchAnswers('shipped', generation, 'with the reader', read))
      await withShippedReader((read) =>
        benchSearchWhileReading('shipped', generation, queries, records, read),
      )
    } else process.stdout.write(`${NOT_INSTALLED}: what it takes is not measured.\n`)
  })
  await benchHttp('shipped', shippedData, queries, folder)
  await benchStart('shipped', shippedData, 'none')
  if (readerIsInstalled()) await benchStart('shipped', shippedData, 'minutes-reader')
  for (const size of sizes) {
    const name = size.toLocaleString('en-GB')
    const data = join(folder, String(size))
    const made = recombine(records, size, SEED)
    await benchIndexing(name, made, data)
    await benchPipeline(name, await writeTexts(join(folder, `texts-${size}`), made))
    await withGeneration(data, async (generation) => {
      await benchSearch(name, generation, queries)
      await benchLists(name, generation)
      await benchClasses(name, generation, queries, records)
    })
  }
  await rm(folder, { recursive: true })
  await writeFile(
    RESULTS_FILE,
    `${JSON.stringify({ node: process.version, cores: cpus().length, seed: SEED, rounds: ROUNDS, rows }, null, 2)}\n`,
  )
  process.stdout.write(`${table()}\n`)
}

async function allRecords({ db }: Generation): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for (const { id } of await listDocuments(db)) {
    const record = await loadRecord(db, id)
    if (record) records.push(record)
  }
  return records
}

/** A search with ten texts and highlights, against MiniSearch's own search of the same fields. */
async function benchSearch(
  corpus: string,
  generation: Generation,
  queries: readonly string[],
): Promise<void> {
  const raw = new MiniSearch<MiniSearchDocument>(MINISEARCH_OPTIONS)
  raw.addAll(await miniSearchDocuments(generation.db))
  const rawOptions = { boost: FIELD_WEIGHTS, bm25: { ...BM25, d: 0 } }
  const [ours, theirs] = await inTurn(
    ROUNDS,
    () => timeEach(queries, (q) => searchRecord(generation, requestFor(q))),
    () => timeEach(queries, (q) => raw.search(q, rawOptions)),
  )
  for (const share of ['p50', 'p99'] as const) {
    rows.push({
      corpus,
      measure: `search, ${share}`,
      unit: 'ms',
      ours: median(ours.map((timing) => timing[share])),
      raw: median(theirs.map((timing) => timing[share])),
    })
  }
}

/** Each list of the register: whole, and narrowed by words; with its states, facets and a page of JSON. */
async function benchLists(corpus: string, generation: Generation): Promise<void> {
  for (const name of LIST_NAMES)
    for (const [how, q] of LIST_QUERIES) {
      const timing = await timeEach(
        Array.from({ length: LIST_CALLS }, () => q),
        (words) => listAsJson(generation, name, words),
      )
      rows.push({ corpus, measure: `${name}, ${how}, p50`, unit: 'ms', ours: timing.p50, raw: null })
    }
}

const LIST_CALLS = 60
const LIST_QUERIES = [
  ['whole', ''],
  ['narrowed by words', 'report'],
] as const

async function listAsJson(generation: Generation, name: ListName, q: string): Promise<string> {
  const request = toListRequest(name, pageListSchema(name).parse({ q }), 'json')
  const found = await findEntries(generation, generation.register.lists[name], request)
  return JSON.stringify(presentList(found, generation, 'https://record.example.org'))
}

/** The judged questions, the first time and the second: by then their paragraphs have been read once. */
async function benchAnswers(
  corpus: string,
  generation: Generation,
  name: string,
  read: ReadPassages,
): Promise<void> {
  const questions = readJudgedQuestions().map(({ question }) => question)
  for (const round of ['first asked', 'asked again']) {
    const timing = await timeEach(questions, (question) =>
      answerQuestion(generation, { question, filters: {}, notAlso: [], minConfidence: null }, read),
    )
    for (const share of ['p50', 'p99'] as const)
      rows.push({
        corpus,
        measure: `answer ${name}, ${round}, ${share}`,
        unit: 'ms',
        ours: timing[share],
        raw: null,
      })
  }
}

const QUESTIONS_AT_ONCE = 50

/** Searches while questions wait to be read, or are, against the same searches alone. */
async function benchSearchWhileReading(
  corpus: string,
  generation: Generation,
  queries: readonly string[],
  records: readonly DocumentRecord[],
  read: ReadPassages,
): Promise<void> {
  const search = (q: string) => searchRecord(generation, requestFor(q))
  const passages = records
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => ({ head: '', text })))
    .slice(0, PASSAGES_READ)
  const alone = await timeEach(queries, search)
  const questions = readJudgedQuestions().slice(0, QUESTIONS_AT_ONCE)
  for (const { question } of questions) void read(question, passages)
  const beside = await timeEach(queries, search)
  for (const share of ['p50', 'p99'] as const)
    rows.push({
      corpus,
      measure: `search while ${QUESTIONS_AT_ONCE} questions are read, beside alone, ${share}`,
      unit: 'ms',
      ours: beside[share],
      raw: alone[share],
    })
}

/** Each class of query, in processor time; beside the filtered and the faceted, the same queries without. */
async function benchClasses(
  corpus: string,
  generation: Generation,
  queries: readonly string[],
  records: readonly DocumentRecord[],
): Promise<void> {
  const texts = records.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  const plain = new Map<readonly string[], Timing>()
  for (const { name, queries: asked, options } of queryClasses(queries, texts, SEED)) {
    const rounds: Timing[] = []
    for (let round = 0; round < ROUNDS; round++)
      rounds.push(await cpuEach(asked, (q) => searchIds(generation, q, options)))
    const timing = {
      p50: median(rounds.map(({ p50 }) => p50)),
      p99: median(rounds.map(({ p99 }) => p99)),
    }
    const beside = Object.keys(options).length > 0 ? plain.get(asked) : undefined
    if (!plain.has(asked)) plain.set(asked, timing)
    for (const share of ['p50', 'p99'] as const)
      rows.push({
        corpus,
        measure: `${name}, ${share}`,
        unit: 'ms CPU',
        ours: timing[share],
        raw: beside?.[share] ?? null,
      })
  }
}

async function miniSearchDocuments(db: Generation['db']): Promise<MiniSearchDocument[]> {
  const documents: MiniSearchDocument[] = []
  for await (const { text, heading, meeting } of indexedParagraphs(db))
    documents.push({ id: documents.length, text, heading, meeting })
  return documents
}

/** Parsed documents into the store and the index, against MiniSearch's `addAll` of the same fields. */
async function benchIndexing(
  corpus: string,
  records: readonly DocumentRecord[],
  dataDir: string,
): Promise<void> {
  const folder = generationFolder(dataDir, 1)
  await mkdir(folder, { recursive: true })
  const db = openForWriting(databaseFile(folder))
  await createSchema(db)
  const ours = await timeOnce(async () => {
    const writer = new DocumentWriter(db)
    for (const record of records) await writer.add(rowsOf(record, ''))
    await writer.flush()
    await reconcile(db)
    await miniSearchEngine.build(indexFolder(folder), indexedParagraphs(db))
  })
  const documents = await miniSearchDocuments(db)
  await db.destroy()
  await publishCurrent(dataDir, { schemaVersion: SCHEMA_VERSION, corpus: '', generation: 1, id: corpus })
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    theirs.push(
      await timeOnce(() => {
        new MiniSearch<MiniSearchDocument>(MINISEARCH_OPTIONS).addAll(documents)
      }),
    )
  const perSecond = (milliseconds: number): number => documents.length / (milliseconds / 1_000)
  rows.push({
    corpus,
    measure: 'store, reconcile and index',
    unit: 'paragraphs/s',
    ours: perSecond(ours),
    raw: perSecond(median(theirs)),
  })
}

/** The documents as text files, as somebody would put them in a corpus folder. */
async function writeTexts(folder: string, records: readonly DocumentRecord[]): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (const { document, paragraphs } of records)
    await writeFile(join(folder, document.file), paragraphs.map(({ text }) => text).join('\n\n'))
  return folder
}

/** A folder of files, read, stored, reconciled and indexed by the program itself, against `addAll` of what came of them. */
async function benchPipeline(corpus: string, texts: string): Promise<void> {
  const data = `${texts}-data`
  const indexer = start(join(projectRoot, 'dist/indexer/index.js'), [texts, '--data', data])
  const peak = watchMemory(indexer)
  const ours = await timeOnce(() => once(indexer, 'close'))
  const peakMb = peak()
  const documents = await withGeneration(data, ({ db }) => miniSearchDocuments(db))
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    theirs.push(
      await timeOnce(() => {
        new MiniSearch<MiniSearchDocument>(MINISEARCH_OPTIONS).addAll(documents)
      }),
    )
  const perSecond = (milliseconds: number): number => documents.length / (milliseconds / 1_000)
  rows.push(
    {
      corpus,
      measure: 'whole pipeline',
      unit: 'paragraphs/s',
      ours: perSecond(ours),
      raw: perSecond(median(theirs)),
    },
    { corpus, measure: 'whole pipeline, peak memory', unit: 'MB', ours: peakMb, raw: null },
  )
}

const MEMORY_SAMPLE_MS = 50

/** @returns what tells the most resident memory in MB that a program and its children had together; NaN where Linux is not */
function watchMemory(program: ChildProcess): () => number {
  let most = Number.NaN
  const timer = setInterval(() => {
    const resident = residentMb(program.pid ?? 0)
    if (Number.isNaN(most) || resident > most) most = resident
  }, MEMORY_SAMPLE_MS)
  return () => {
    clearInterval(timer)
    return most
  }
}

function residentMb(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return Number(kilobytes) / 1_024 + children.reduce((sum, child) => sum + residentMb(Number(child)), 0)
  } catch {
    return Number.NaN
  }
}

/** Requests a second under ten connections, against a bare Express route that sends a reply of the same kind and size. */
async function benchHttp(
  corpus: string,
  dataDir: string,
  queries: readonly string[],
  folder: string,
): Promise<void> {
  const paths = queries.map((q) => `/api/v1/search?${new URLSearchParams({ q }).toString()}`)
  const replyFile = join(folder, 'reply.json')
  await writeFile(replyFile, await medianReply(dataDir, queries))
  const port = { ours: await freePort(), bare: await freePort() }
  const service = start(join(projectRoot, 'dist/server/index.js'), [], {
    DATA_DIR: dataDir,
    PORT: String(port.ours),
    LOG_LEVEL: 'warn',
  })
  const bare = start(join(projectRoot, 'dist/test/bench/bareExpress.js'), [replyFile, String(port.bare)])
  await untilAnswered(`http://127.0.0.1:${port.ours}/health/ready`)
  await untilAnswered(`http://127.0.0.1:${port.bare}/`)
  const [ours, theirs] = await inTurn(
    ROUNDS,
    () => load(`http://127.0.0.1:${port.ours}`, paths),
    () => load(`http://127.0.0.1:${port.bare}`, ['/']),
  )
  await stop(service)
  await stop(bare)
  rows.push({
    corpus,
    measure: 'GET /api/v1/search',
    unit: 'requests/s',
    ours: median(ours),
    raw: median(theirs),
  })
}

/** The reply of median length among those to the queries, as JSON. */
async function medianReply(dataDir: string, queries: readonly string[]): Promise<string> {
  return withGeneration(dataDir, async (generation) => {
    const replies: string[] = []
    for (const q of queries)
      replies.push(
        JSON.stringify(
          presentSearch(
            await searchRecord(generation, { ...requestFor(q), size: 20 }),
            generation,
            'http://127.0.0.1',
          ),
        ),
      )
    return replies.sort((a, b) => a.length - b.length)[Math.floor(replies.length / 2)] ?? '{}'
  })
}

async function load(url: string, paths: readonly string[]): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: LOAD_SECONDS,
    requests: paths.map((path) => ({ path })),
  })
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx + result.errors} requests of ${url} failed`)
  return result.requests.average
}

/** From the start of the process to its first answer, and what it holds with its reader when that can read. */
async function benchStart(corpus: string, dataDir: string, reader: Config['reader']): Promise<void> {
  const times: number[] = []
  const memory: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const port = await freePort()
    const began = performance.now()
    const environment = { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', READER: reader }
    const service = start(join(projectRoot, 'dist/server/index.js'), [], environment)
    await untilAnswered(`http://127.0.0.1:${port}/api/v1/search?q=burglary`)
    times.push(performance.now() - began)
    await untilReaderSettled(`http://127.0.0.1:${port}/health/ready`)
    await untilAnswered(`http://127.0.0.1:${port}/api/v1/answer?q=How+many+burglaries+were+there%3F`)
    memory.push(residentMb(service.pid ?? 0))
    await stop(service)
  }
  const row = (measure: string, unit: string, values: readonly number[]): Row => ({
    corpus,
    measure: `${measure}, READER=${reader}`,
    unit,
    ours: median(values),
    raw: null,
  })
  rows.push(row('cold start to first answer', 'ms', times), row('memory after an answer', 'MB', memory))
}

async function untilReaderSettled(health: string): Promise<void> {
  for (;;) {
    const { reader } = (await (await fetch(health)).json()) as { reader: { state: string } }
    if (reader.state !== 'loading') return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function start(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  })
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
}

async function untilAnswered(address: string): Promise<void> {
  for (;;) {
    const reply = await fetch(address).catch(() => null)
    await reply?.text()
    if (reply?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function table(): string {
  const cells = rows.map(({ corpus, measure, ours, raw, unit }) => [
    corpus,
    measure,
    `${rounded(ours)} ${unit}`,
    raw === null ? '' : `${rounded(raw)} ${unit}`,
    raw === null ? '' : (ours / raw).toFixed(2),
  ])
  return alignedTable([['paragraphs', 'measure', 'On Record', 'raw', 'ratio'], ...cells])
}

function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(2)
}

const given = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0)
await main(given.length > 0 ? given : SIZES)
