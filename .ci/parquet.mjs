// Prints the rows of a Parquet file as JSON lines, all cells as text, read by
// hyparquet: node .ci/parquet.mjs FOLDER_WITH_node_modules FILE
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [folder, path] = process.argv.slice(2)
const require = createRequire(folder + '/')
const { parquetMetadata, parquetReadObjects } = await import(pathToFileURL(require.resolve('hyparquet')).href)

const data = readFileSync(path)
const file = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength)
const metadata = parquetMetadata(file)
const scales = {}
for (const column of metadata.schema) {
  if (column.converted_type === 'DECIMAL') { // hyparquet makes floats of them; take the bytes
    scales[column.name] = column.scale
    delete column.converted_type
    delete column.logical_type
  }
}

function plain(bytes, scale) {
  let n = 0n
  for (const b of bytes) n = n * 256n + BigInt(b)
  n = BigInt.asIntN(8 * bytes.length, n)
  const digits = (n < 0n ? -n : n).toString().padStart(scale + 1, '0')
  const decimals = digits.slice(-scale).replace(/0+$/, '')
  return (n < 0n ? '-' : '') + digits.slice(0, -scale) + (decimals && '.' + decimals)
}

for (const row of await parquetReadObjects({ file, metadata })) {
  for (const name in row) {
    const v = row[name]
    row[name] = v === null || v === undefined ? '' : v instanceof Uint8Array ? plain(v, scales[name]) : String(v)
  }
  console.log(JSON.stringify(row))
}
