// A reader that does as the name of the file says.

/** Nothing that a program does in this time can be taken for its end. */
const FOR_EVER_MS = 1_000_000_000

process.on('message', ({ file }) => {
  if (file.startsWith('hang')) setTimeout(() => undefined, FOR_EVER_MS)
  else if (file.startsWith('crash')) process.exit(3)
  else if (file.startsWith('eat')) eat()
  else process.send({ id: file, tables: [], process: process.pid })
})
process.on('disconnect', () => process.exit())
process.send('ready')

function eat() {
  const eaten = []
  for (;;) eaten.push(new Array(10_000).fill(eaten.length))
}
