import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { minutesText, testCorpus, type TestCorpus } from '../builders/corpusFolder.ts'
import { freePort, runProgram, startProgram, untilReady } from '../builders/program.ts'

let corpus: TestCorpus

beforeEach(async () => {
  corpus = await testCorpus({ 'october.txt': minutesText() })
})
afterEach(() => corpus.remove())

const environment = (port = 0): Record<string, string> => ({
  CORPUS_DIR: corpus.settings.corpusDir,
  DATA_DIR: corpus.settings.dataDir,
  PORT: String(port),
})

describe('the indexer on the command line', () => {
  test('0: all files read', async () => {
    const { status, stdout, stderr } = await runProgram('indexer/index.js', [], environment())
    expect([status, stdout]).toEqual([
      0,
      'Generation 1: 1 document, 7 paragraphs (1 read, 0 unchanged, 0 gone, 0 refused)\n',
    ])
    expect(stderr).toContain('read october.txt')
  })

  test('1: some refused, each named with reason and remedy', async () => {
    await corpus.write({ 'empty.txt': '' })
    const { status, stdout } = await runProgram('indexer/index.js', [], environment())
    expect(status).toBe(1)
    expect(stdout).toContain('refused: empty.txt: it is empty; publish the file again, or remove it')
  })

  test('a file that takes too long is refused, and the others are read', async () => {
    await corpus.write({ 'endless.txt': 'The Chairman said that it was so.\n\n'.repeat(400_000) })
    const { status, stdout } = await runProgram('indexer/index.js', [], {
      ...environment(),
      READ_SECONDS: '2',
      READ_MEMORY_MB: '4096',
    })
    expect(status).toBe(1)
    expect(stdout).toContain('1 read, 0 unchanged')
    expect(stdout).toContain(
      'refused: endless.txt: it took longer than 2 seconds to read; split it, or raise READ_SECONDS',
    )
  })

  test('a file that takes too much memory is refused, and the others are read', async () => {
    const line = 'The Chairman said that it was so. '.repeat(20)
    await corpus.write({ 'heavy.txt': `${line}\n\n`.repeat(40_000) })
    const { status, stdout } = await runProgram('indexer/index.js', [], {
      ...environment(),
      READ_MEMORY_MB: '64',
    })
    expect(status).toBe(1)
    expect(stdout).toContain('1 read, 0 unchanged')
    expect(stdout).toContain(
      'refused: heavy.txt: it took more than 64 MB of memory to read; split it, or raise READ_MEMORY_MB',
    )
  })

  test.each([
    [['--nonsense'], /unknown option/],
    [['/nowhere/at/all'], /There is no corpus folder/],
  ])('2: nothing could be done with %j, in a sentence', async (args, message) => {
    const { status, stderr } = await runProgram('indexer/index.js', args, environment())
    expect(status).toBe(2)
    expect(stderr).toMatch(message)
  })

  test('--report tells what was understood and what was not; --json is for programs', async () => {
    const report = await runProgram('indexer/index.js', ['--report'], environment())
    expect(report.stdout).toContain(
      'part 0: minutes, Minutes of the Harbour Scrutiny Panel, 10 October 2024 (2024-10-10)',
    )
    const json = await runProgram('indexer/index.js', ['--json'], environment())
    expect(JSON.parse(json.stdout)).toMatchObject({ generation: 1, unchanged: 1 })
  })
})

describe('the service', () => {
  test('one start indexes a folder of any documents and serves it; a refused file does not stop it', async () => {
    await corpus.write({ 'empty.txt': '' })
    const port = await freePort()
    const service = startProgram('server/start.js', [], environment(port))
    await untilReady(`http://127.0.0.1:${port}/health/ready`)
    const reply = await fetch(`http://127.0.0.1:${port}/documents`)
    expect(await reply.text()).toContain('empty.txt: it is empty')
    service.kill('SIGTERM')
    await once(service, 'close')
    expect(service.exitCode).toBe(0)
  }, 60_000)

  test('SIGTERM: requests in flight are answered before it ends', async () => {
    await corpus.index()
    const port = await freePort()
    const service = startProgram('server/index.js', [], environment(port))
    await untilReady(`http://127.0.0.1:${port}/health/ready`)
    const readers = await Promise.all(Array.from({ length: 20 }, () => connected(port)))
    const replies = readers.map((socket) => wholeReply(socket))
    for (const socket of readers)
      socket.write('GET /documents/october HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
    await Promise.race(replies)
    service.kill('SIGTERM')
    for (const reply of await Promise.all(replies)) expect(reply).toMatch(/^HTTP\/1.1 200 OK[^]*<\/html>/)
    await once(service, 'close')
    expect(service.exitCode).toBe(0)
  }, 60_000)

  test.each([
    [{ PORT: 'eighty' }, /PORT=eighty/],
    [{ CORPUS_DIR: '/nowhere/at/all' }, /There is no corpus folder \/nowhere\/at\/all/],
  ])(
    'a setting that cannot be taken stops the start: %j',
    async (given, message) => {
      const { status, stderr } = await runProgram('server/start.js', [], { ...environment(), ...given })
      expect(status).toBe(2)
      expect(stderr).toMatch(message)
    },
    60_000,
  )

  test('nothing is printed when its modules are imported', async () => {
    const { stdout, stderr } = await runProgram('server/app.js', [])
    expect([stdout, stderr]).toEqual(['', ''])
  })
})

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

async function wholeReply(socket: Socket): Promise<string> {
  let reply = ''
  for await (const data of socket) reply += String(data)
  return reply
}
