import { extname, join } from 'node:path'
import express, { Router } from 'express'
import { projectRoot } from '../../corpus/root.ts'
import type { Asset, Assets } from '../assets.ts'
import { notFound } from '../errors.ts'
import { PATHS } from '../paths.ts'

/** A name with a hash never stands for anything else. */
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Pictures keep their names when they change. */
const A_DAY = 'public, max-age=86400'
const PICTURES = join(projectRoot, 'web/images')

/** The stylesheet, the script and the pictures. */
export function assetRoutes(assets: Assets): Router {
  const router = Router()
  const all: readonly Asset[] = Object.values(assets)

  router.use(
    PATHS.images,
    express.static(PICTURES, { setHeaders: (response) => response.setHeader('Cache-Control', A_DAY) }),
  )
  router.get(PATHS.favicon, (_request, response) => {
    response.sendFile('favicon.ico', { root: PICTURES, headers: { 'Cache-Control': A_DAY } })
  })
  router.get(PATHS.assets, (request, response) => {
    const { name } = request.params
    const asset = all.find((one) => one.name === name)
    if (asset) {
      response.set('Cache-Control', FOR_EVER).type(asset.type).send(asset.content)
      return
    }
    // A page that was made before the last change still asks for the former file: it gets the present one.
    const present = all.find((one) => extname(one.name) === extname(name))
    if (!present) throw notFound('file of this name')
    response.redirect(302, present.path)
  })

  return router
}
