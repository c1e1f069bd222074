import { readFileSync } from 'node:fs'
import express from 'express'

// What a service can be at best: Express, one route, one reply made into JSON. The reply is one of ours.

const [replyFile = '', port = '0'] = process.argv.slice(2)
const reply: unknown = JSON.parse(readFileSync(replyFile, 'utf8'))

const app = express()
app.get('/', (_request, response) => {
  response.json(reply)
})
app.listen(Number(port), '127.0.0.1')
