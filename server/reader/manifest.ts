import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../corpus/root.ts'

/** What a folder of `models/` must hold besides its manifest. */
const MODEL_FILE = 'model.onnx'
const TOKENIZER_FILE = 'tokenizer.json'
const MANIFEST_FILE = 'manifest.json'
const REMEDY = 'restore the folder from the repository, or set READER=none'

const fileName = z.string().regex(/^[\w.-]+$/, 'a name of a file in the same folder is wanted')

const manifestSchema = z.object({
  name: z.string().min(1),
  version: z.string().min(1),
  files: z
    .array(
      z.object({
        name: fileName,
        bytes: z.number().int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits are wanted'),
      }),
    )
    .refine(
      (files) => [MODEL_FILE, TOKENIZER_FILE].every((wanted) => files.some(({ name }) => name === wanted)),
      `${MODEL_FILE} and ${TOKENIZER_FILE} are wanted`,
    ),
  /** What the model calls what goes in: numbers of tokens, 1 where there is a token, 0 for the question and 1 for the passage. */
  inputs: z.object({ tokens: z.string(), mask: z.string(), types: z.string() }),
  /** What it calls what comes out. */
  outputs: z.object({
    spanStart: z.string(),
    spanEnd: z.string(),
    evidence: z.string(),
    answerable: z.string(),
  }),
  /** In tokens, of a question with a passage. A question and a head may take some 150 of them. */
  longestPair: z.number().int().min(256).max(512),
  licence: z.string().min(1),
  /** The file that says how the model was made and how good it is. */
  card: fileName,
})

export type ModelManifest = z.infer<typeof manifestSchema>

/** A model as its files have it, checked. */
export interface ModelFiles {
  readonly manifest: ModelManifest
  readonly model: Buffer
  readonly tokenizer: Buffer
}

/**
 * Reads a model's files, each once, and checks them against its manifest.
 *
 * @throws Error naming the file that is not as it should be, what was found and what to do, in a sentence
 */
export async function readModelFiles(folder: string): Promise<ModelFiles> {
  const manifest = toManifest(join(folder, MANIFEST_FILE), await read(join(folder, MANIFEST_FILE)))
  const contents = new Map<string, Buffer>()
  for (const { name, bytes, sha256 } of manifest.files) {
    const content = await read(join(folder, name))
    check(join(folder, name), content, bytes, sha256)
    contents.set(name, content)
  }
  const content = (name: string): Buffer => contents.get(name) ?? Buffer.alloc(0)
  return { manifest, model: content(MODEL_FILE), tokenizer: content(TOKENIZER_FILE) }
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw fault(file, isMissing ? 'is missing' : `cannot be read (${String(error)})`)
  }
}

function toManifest(file: string, content: Buffer): ModelManifest {
  const parsed = manifestSchema.safeParse(jsonOf(content))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`,
  )
  throw fault(file, `is not a manifest (${faults.join('; ')})`)
}

function jsonOf(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return undefined
  }
}

function check(file: string, content: Buffer, bytes: number, sha256: string): void {
  if (content.length !== bytes) {
    const [found, wanted] = [content.length, bytes].map((count) => count.toLocaleString('en-GB'))
    throw fault(file, `has ${found ?? ''} bytes in place of ${wanted ?? ''}`)
  }
  const found = createHash('sha256').update(content).digest('hex')
  if (found !== sha256) throw fault(file, `has the SHA-256 ${found} in place of ${sha256}`)
}

function fault(file: string, found: string): Error {
  const below = relative(projectRoot, file)
  return new Error(`${below.startsWith('..') ? file : below} ${found}: ${REMEDY}`)
}
