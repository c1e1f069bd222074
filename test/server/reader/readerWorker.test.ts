import type { fork as forkProcess } from 'node:child_process'
import { expect, jest, test } from '@jest/globals'

const { fork } = await import('node:child_process')
jest.unstable_mockModule('node:child_process', () => ({
  fork: (...[entry, given, options]: Parameters<typeof forkProcess>) =>
    fork(entry, given as string[], { ...options, execPath: '/nowhere/node' }),
}))
const { ReaderWorker } = await import('../../../server/reader/readerWorker.ts')

test('a process that cannot be started is said to have failed, with the reason', async () => {
  const reason = await new Promise<string>((resolve) => {
    const unexpected = (): void => {
      resolve('something else happened')
    }
    new ReaderWorker(
      { entry: 'worker.js', folder: '' },
      { onFree: unexpected, onUnread: unexpected, onEnded: unexpected, onFailed: resolve },
    )
  })
  expect(reason).toBe('its process cannot be started (spawn /nowhere/node ENOENT)')
})
