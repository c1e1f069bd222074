import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  answerable: z.boolean(),
  /** Any one of them answers, unless the note says that all are needed. */
  answers: z.array(z.string()),
  evidence: z.array(z.object({ doc: z.string(), quote: z.string() })),
  note: z.string().nullish(),
})

export type JudgedQuestion = Readonly<z.infer<typeof questionSchema>>

/** A file of questions on one collection: the documents that its evidence names. */
export interface QuestionFile {
  readonly name: string
  readonly sha256: string
  readonly questions: readonly JudgedQuestion[]
  /** File names, each once, in order. */
  readonly documents: readonly string[]
}

/** @param file one JSON object a line */
export function readQuestionFile(file: string): QuestionFile {
  const text = readFileSync(file, 'utf8')
  const questions = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => questionSchema.parse(JSON.parse(line)))
  return {
    name: basename(file),
    sha256: createHash('sha256').update(text).digest('hex'),
    questions,
    documents: [...new Set(questions.flatMap(({ evidence }) => evidence.map(({ doc }) => doc)))].sort(),
  }
}
