import { register } from 'node:module'

// Makes a program believe that ONNX Runtime is not installed: `NODE_OPTIONS=--import=.../unloadableLibrary.mjs`.

const hooks = `
  export async function resolve(specifier, context, next) {
    if (specifier === 'onnxruntime-node') throw new Error("Cannot find package 'onnxruntime-node'")
    return next(specifier, context)
  }
`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
