import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { projectRoot } from '../corpus/root.ts'
import { pathTo } from './paths.ts'

/** A file that pages take, under a name that changes with what is in it: it can be kept for ever. */
export interface Asset {
  /** `app.3f9a1c2e4b.css` */
  readonly name: string
  /** Where pages find it. */
  readonly path: string
  readonly type: string
  readonly content: Buffer
}

export interface Assets {
  readonly stylesheet: Asset
  readonly script: Asset
}

const HASH_LENGTH = 10

/** @throws Error where the web files have not been built */
export function loadAssets(folder = join(projectRoot, 'dist/web')): Assets {
  return {
    stylesheet: loadAsset(join(folder, 'app.css'), 'text/css'),
    script: loadAsset(join(folder, 'app.js'), 'text/javascript'),
  }
}

function loadAsset(file: string, type: string): Asset {
  const content = readBuilt(file)
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH)
  const ending = extname(file)
  const name = `${basename(file, ending)}.${hash}${ending}`
  return { name, path: pathTo('assets', name), type, content }
}

function readBuilt(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Error(`${file} is not there: run "npm run build"`, { cause })
  }
}
