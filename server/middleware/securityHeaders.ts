import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Pages take everything from this service: nothing inline, no frame, nothing from elsewhere. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'same-origin' },
    // Whether the public address is served over TLS is known to the proxy in front, which sets this header.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  })
}

/** A published file is not a page of ours: it is saved, and if a browser shows it, it can do nothing. */
export const DOWNLOAD_POLICY = "sandbox; default-src 'none'"
