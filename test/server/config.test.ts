import { describe, expect, test } from '@jest/globals'
import { readIndexerSettings } from '../../indexer/settings.ts'
import { readConfig } from '../../server/config.ts'

describe('settings', () => {
  test('all have a default', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      trustProxy: [],
      contact: null,
      logLevel: 'info',
    })
    expect(readIndexerSettings({ MAX_FILE_MB: '' })).toMatchObject({ maxFileMb: 64 })
  })

  test('the public address is the configured one', () => {
    expect(readConfig({ BASE_URL: 'https://record.example.org/' }).baseUrl).toBe('https://record.example.org')
  })

  test.each([
    [{ PORT: 'eighty' }, /PORT=eighty/],
    [{ PORT: '70000' }, /PORT=70000/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL=loud.*"info"/],
    [{ CONTACT_EMAIL: 'the clerk' }, /CONTACT_EMAIL=the clerk/],
    [{ BASE_URL: 'ftp://example.org' }, /BASE_URL=ftp/],
  ])('%j is named, with what is allowed', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message)
  })

  test('a malformed limit of the indexer too', () => {
    expect(() => readIndexerSettings({ MAX_FILE_MB: 'lots' })).toThrow(/MAX_FILE_MB=lots/)
  })
})
