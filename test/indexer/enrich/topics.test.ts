import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { projectRoot } from '../../../corpus/root.ts'
import { readTaxonomy, type Taxonomy } from '../../../indexer/enrich/taxonomy.ts'
import { topicReader } from '../../../indexer/enrich/topics.ts'

let taxonomy: Taxonomy

beforeAll(async () => {
  taxonomy = await readTaxonomy(join(projectRoot, 'corpus/taxonomy.json'))
})

describe('topics', () => {
  test('every example of the shipped taxonomy is of its topic', () => {
    const reader = topicReader(taxonomy)
    const missed = taxonomy.topics.flatMap(({ label, examples }) =>
      examples.filter((text) => !reader.topicsOf({ text, headings: [] }).includes(label)),
    )
    expect(missed).toEqual([])
  })

  test('a heading alone does not make a topic, a word in the text does', () => {
    const reader = topicReader(taxonomy)
    expect(reader.topicsOf({ text: 'He thanked them.', headings: ['Road Safety'] })).toEqual([])
    expect(reader.topicsOf({ text: 'Speeding had fallen.', headings: [] })).toEqual(['roads policing'])
  })

  test('a taxonomy that cannot be read is named', async () => {
    await expect(readTaxonomy('/nowhere/topics.json')).rejects.toThrow(/nowhere\/topics\.json cannot be read/)
  })
})
