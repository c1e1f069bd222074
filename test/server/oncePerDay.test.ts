import { expect, jest, test } from '@jest/globals'
import type { Generation } from '../../server/generations.ts'
import { oncePerDay, oncePerGeneration } from '../../server/oncePerDay.ts'

const GENERATION = { number: 1 } as Generation
const NEXT_GENERATION = { number: 2 } as Generation

function onDay(day: string): void {
  jest.useFakeTimers({ now: new Date(`${day}T12:00:00Z`), doNotFake: ['nextTick', 'queueMicrotask'] })
}

test('what depends on the day is worked out once for each generation and day', async () => {
  let times = 0
  const page = oncePerDay(() => Promise.resolve(++times))
  onDay('2025-01-16')
  expect([await page(GENERATION), await page(GENERATION), await page(NEXT_GENERATION)]).toEqual([1, 1, 2])
  onDay('2025-01-17')
  expect(await page(GENERATION)).toBe(3)
})

test('what does not depend on it is kept as days go by', async () => {
  let times = 0
  const page = oncePerGeneration(() => Promise.resolve(++times))
  onDay('2025-01-16')
  await page(GENERATION)
  onDay('2025-01-17')
  expect(await page(GENERATION)).toBe(1)
})

test('what failed is worked out anew', async () => {
  let times = 0
  const page = oncePerDay(() =>
    ++times === 1 ? Promise.reject(new Error('the disk is gone')) : Promise.resolve(times),
  )
  await expect(page(GENERATION)).rejects.toThrow('the disk is gone')
  expect(await page(GENERATION)).toBe(2)
})

test('a failure of the day before leaves what is kept of today', async () => {
  const fail: (() => void)[] = []
  let times = 0
  const page = oncePerDay(() =>
    ++times === 1
      ? new Promise<number>((_resolve, reject) =>
          fail.push(() => {
            reject(new Error('late'))
          }),
        )
      : Promise.resolve(times),
  )
  onDay('2025-01-16')
  const late = page(GENERATION)
  onDay('2025-01-17')
  expect(await page(GENERATION)).toBe(2)
  fail[0]?.()
  await expect(late).rejects.toThrow('late')
  expect(await page(GENERATION)).toBe(2)
})
